"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { type ApprovalInput, approverCreatedSchema, frozenSchema } from "@/lib/domain/sign-off/schema";
import { approvalViewSchema } from "@/lib/domain/worksheet/schema";
import { linkCreatedSchema } from "../../domain/share/schema";
import { apiRequest, newOpId, noContent } from "../api";
import { worksheetQueries } from "../worksheet/queries";

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
  return useWorksheetMutation(worksheetId, (who: { name: string } | { self: true }) =>
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

/** After success and after a refusal alike, the screen shows what stands now. */
function useWorksheetMutation<Input, Reply>(worksheetId: string, mutationFn: (input: Input) => Promise<Reply>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queryClient.invalidateQueries({ queryKey: worksheetQueries.detail(worksheetId).queryKey, exact: true }),
  });
}
