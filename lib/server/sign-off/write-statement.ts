import "server-only";
import type { StatementInput } from "@/lib/domain/sign-off/schema";
import { type ApprovalStatement, STATEMENT_TYPE } from "@/lib/domain/sign-off/statement";
import type { WorksheetAccess } from "../access";
import type { Tx } from "../db/client";
import { newSecret } from "../ids";
import { delegatorName, type findApprover } from "./approver-identity";

type Approver = NonNullable<Awaited<ReturnType<typeof findApprover>>>;
type Said = { current: WorksheetAccess; origin: string; n: number; input: StatementInput; approver: Approver; at: Date };
type How = Pick<ApprovalStatement, "how" | "mailedTo" | "enrolment">;

/** What an approver says of one revision, with a nonce of its own. */
export async function writeStatement(tx: Tx, { current, origin, n, input, approver, at, ...how }: Said & How): Promise<ApprovalStatement> {
  return {
    type: STATEMENT_TYPE,
    instance: origin,
    worksheetId: current.worksheetId,
    revision: n,
    adrSha256: input.sha256,
    approver: approver.member.name,
    delegatedBy: await delegatorName(tx, approver),
    role: approver.member.role === "facilitator" ? "facilitator" : "approver",
    verdict: input.verdict,
    comment: input.comment ?? "",
    typedName: input.typedName,
    ...how,
    nonce: newSecret(),
    issuedAt: at.toISOString(),
  };
}
