"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import type { SignOffRule } from "@/lib/domain/sign-off/rule";
import { type ApprovalInput, approverCreatedSchema, frozenSchema, type StatementInput } from "@/lib/domain/sign-off/schema";
import { approvalViewSchema } from "@/lib/domain/worksheet/schema";
import { linkCreatedSchema } from "../../domain/share/schema";
import { apiRequest, newOpId, noContent } from "../api";
import { worksheetQueries } from "../worksheet/queries";
import { makePasskey, signStatement } from "./passkeys";
import { signOffQueries } from "./queries";

const seqSchema = z.object({ seq: z.number().int() });

/** Freezes the decision; a 422 names what is missing in `errors`. */
export function useFreeze(worksheetId: string) {
  return useWorksheetMutation(worksheetId, () =>
    apiRequest({ method: "POST", path: `/worksheets/${worksheetId}/revisions`, body: { opId: newOpId() }, schema: frozenSchema }),
  );
}

/** "Make changes": opens the text again and makes the approvals stale. */
export function useWithdrawRevision(worksheetId: string) {
  return useWorksheetMutation(worksheetId, (n: number) =>
    apiRequest({
      method: "POST",
      path: `/worksheets/${worksheetId}/revisions/${n}/withdrawal`,
      body: { opId: newOpId() },
      schema: seqSchema,
    }),
  );
}

export function useAddApprover(worksheetId: string) {
  return useWorksheetMutation(worksheetId, (who: { name: string; email?: string | undefined } | { self: true }) =>
    apiRequest({
      method: "POST",
      path: `/worksheets/${worksheetId}/approvers`,
      body: { opId: newOpId(), ...who },
      schema: approverCreatedSchema,
    }),
  );
}

export function useRenewApproverLink(worksheetId: string) {
  return useWorksheetMutation(worksheetId, (approverId: string) =>
    apiRequest({
      method: "POST",
      path: `/worksheets/${worksheetId}/approvers/${approverId}/link`,
      body: { opId: newOpId() },
      schema: linkCreatedSchema,
    }),
  );
}

export function useRemoveApprover(worksheetId: string) {
  return useWorksheetMutation(worksheetId, (approverId: string) =>
    apiRequest({ method: "DELETE", path: `/worksheets/${worksheetId}/approvers/${approverId}`, schema: noContent }),
  );
}

export function useApprove(worksheetId: string) {
  return useWorksheetMutation(worksheetId, ({ n, ...approval }: Omit<ApprovalInput, "opId"> & { n: number }) =>
    apiRequest({
      method: "PUT",
      path: `/worksheets/${worksheetId}/revisions/${n}/approvals`,
      body: { opId: newOpId(), ...approval },
      schema: approvalViewSchema,
    }),
  );
}

/** The same with a passkey: the statement is written down, signed on the device, and sent with its proof. */
export function useSign(worksheetId: string) {
  return useWorksheetMutation(worksheetId, async ({ n, ...said }: StatementInput & { n: number }) => {
    const passkey = await signStatement(worksheetId, { n, ...said });
    return apiRequest({
      method: "PUT",
      path: `/worksheets/${worksheetId}/revisions/${n}/approvals`,
      body: { opId: newOpId(), ...said, passkey },
      schema: approvalViewSchema,
    });
  });
}

export function useMakePasskey(worksheetId: string) {
  return useWorksheetMutation(worksheetId, () => makePasskey(worksheetId));
}

export function useSetRule(worksheetId: string) {
  return useWorksheetMutation(worksheetId, (rule: SignOffRule) =>
    apiRequest({ method: "PUT", path: `/worksheets/${worksheetId}/sign-off/rule`, body: { opId: newOpId(), ...rule }, schema: seqSchema }),
  );
}

export function useMoveDeadline(worksheetId: string) {
  return useWorksheetMutation(worksheetId, ({ n, deadline }: { n: number; deadline: string | null }) =>
    apiRequest({
      method: "PUT",
      path: `/worksheets/${worksheetId}/revisions/${n}/deadline`,
      body: { opId: newOpId(), deadline },
      schema: seqSchema,
    }),
  );
}

export function useOrderApprovers(worksheetId: string) {
  return useWorksheetMutation(worksheetId, (approvers: string[]) =>
    apiRequest({
      method: "PUT",
      path: `/worksheets/${worksheetId}/approvers/order`,
      body: { opId: newOpId(), approvers },
      schema: seqSchema,
    }),
  );
}

export function useAskByMail(worksheetId: string) {
  return useWorksheetMutation(worksheetId, ({ approverId, email }: { approverId: string; email: string }) =>
    apiRequest({
      method: "POST",
      path: `/worksheets/${worksheetId}/approvers/${approverId}/mail`,
      body: { opId: newOpId(), email },
      schema: seqSchema,
    }),
  );
}

export function useDelegate(worksheetId: string) {
  return useWorksheetMutation(worksheetId, (name: string) =>
    apiRequest({
      method: "POST",
      path: `/worksheets/${worksheetId}/approvers/me/delegate`,
      body: { opId: newOpId(), name },
      schema: approverCreatedSchema,
    }),
  );
}

export function useTakeBack(worksheetId: string) {
  return useWorksheetMutation(worksheetId, () =>
    apiRequest({ method: "DELETE", path: `/worksheets/${worksheetId}/approvers/me/delegate`, schema: noContent }),
  );
}

/** After success and after a refusal alike, the screen shows what stands now. */
function useWorksheetMutation<Input, Reply>(worksheetId: string, mutationFn: (input: Input) => Promise<Reply>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: worksheetQueries.detail(worksheetId).queryKey, exact: true }),
        queryClient.invalidateQueries({ queryKey: signOffQueries.detail(worksheetId).queryKey }),
      ]),
  });
}
