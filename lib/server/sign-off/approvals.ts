import "server-only";
import { AppError } from "@/lib/domain/errors";
import { canonicalise } from "@/lib/domain/record/canonicalise";
import { needsComment } from "@/lib/domain/sign-off/decide";
import type { PasskeyProof } from "@/lib/domain/sign-off/passkey-proof";
import type { ApprovalInput } from "@/lib/domain/sign-off/schema";
import type { ApprovalStatement } from "@/lib/domain/sign-off/statement";
import { type ApprovalView, approvalViewSchema } from "@/lib/domain/worksheet/schema";
import { Prisma } from "@/prisma/generated/client";
import { requireRole, type WorksheetAccess } from "../access";
import type { Tx } from "../db/client";
import { queueMail } from "../mail/queue-mail";
import { writeWorksheet } from "../worksheet/transaction";
import { cameBy, findApprover } from "./approver-identity";
import { inviteNext } from "./ask-by-mail";
import { openRevision, refuseUnasked, settle } from "./asked";
import { refuse } from "./refuse";
import { takeSignedStatement } from "./statements";
import { writeStatement } from "./write-statement";

/**
 * One approver's verdict on one revision, bound to the hash they read. Their own, by passkey or by how they came in, or
 * with `approverId` a spoken yes that the facilitator records. The last one decides, under the same lock.
 */
export async function recordApproval(
  access: WorksheetAccess,
  { n, origin, ...input }: ApprovalInput & { n: number; origin: string },
): Promise<ApprovalView> {
  if (needsComment(input.verdict) && (input.comment ?? "").trim() === "") {
    throw new AppError("invalid_input", "This verdict needs your words.", {
      errors: [{ path: "comment", message: "Say why, in a sentence." }],
    });
  }
  const { seq: _seq, ...view } = await writeWorksheet(access, {
    opId: input.opId,
    input: { n, ...input },
    changed: ["approvals", "revisions"],
    run: (tx, current) => record(tx, { current, n, origin, input }),
  });
  return approvalViewSchema.parse(view);
}

type Call = { current: WorksheetAccess; n: number; origin: string; input: ApprovalInput };

async function record(tx: Tx, { current, n, origin, input }: Call) {
  const { worksheetId } = current;
  const revision = await openRevision(tx, { worksheetId, n, sha256: input.sha256 });
  const approver = await findApprover(tx, { access: current, approverId: input.approverId });
  if (approver === null) throw refuse("not_asked");
  const isOwn = approver.memberId === current.memberId;
  if (!isOwn) requireRole(current, "facilitator");
  const at = await refuseUnasked(tx, { revision, approverId: approver.id });

  const key = { worksheetId, n, approverId: approver.id };
  const earlier = await tx.approval.findUnique({ where: { worksheetId_n_approverId: key } });
  if (!isOwn && earlier !== null && earlier.how !== "spoken") throw refuse("answered_themselves");
  // Minds may change until the revision is decided; the same words twice are a double click.
  const isSame = earlier?.verdict === input.verdict && earlier.comment === (input.comment ?? "");
  if (isSame && (input.passkey === undefined || earlier.proof !== null)) throw refuse("said_already");

  const { statement, proof } =
    input.passkey !== undefined && isOwn
      ? await takeSignedStatement(tx, { current, n, input, passkey: input.passkey })
      : {
          statement: await writeStatement(tx, {
            current,
            origin,
            n,
            input,
            approver,
            at,
            ...(await withoutPasskey(tx, { current, isOwn })),
          }),
          proof: null,
        };
  const assurance = assuranceOf(statement);
  const data = {
    verdict: statement.verdict,
    comment: statement.comment,
    typedName: statement.typedName,
    sha256: revision.sha256,
    assurance,
    how: statement.how,
    at: new Date(statement.issuedAt),
    statement: canonicalise(statement),
    proof: proof === null ? Prisma.DbNull : (proof satisfies PasskeyProof),
  };
  const approval = await tx.approval.upsert({ where: { worksheetId_n_approverId: key }, create: { ...key, ...data }, update: data });
  const status = await settle(tx, { worksheetId, n });
  const mail = { worksheetId, n, origin };
  await queueMail(tx, { ...mail, template: "confirmation", approverId: approver.id, again: input.opId });
  if (status === "proposed") await inviteNext(tx, mail);
  const { how, verdict } = statement;
  return {
    reply: approvalViewSchema.parse({
      ...approval,
      name: approver.member.name,
      revision: n,
      at: approval.at.toISOString(),
      isStale: false,
    }),
    event: { type: "approval_recorded", revision: n, approver: approver.id, verdict, how, sha256: revision.sha256 },
  };
}

/** By whom and how something is said without a passkey is what the server saw; only its seal vouches for that. */
async function withoutPasskey(tx: Tx, { current, isOwn }: { current: WorksheetAccess; isOwn: boolean }) {
  const by = isOwn ? await cameBy(tx, current) : ({ how: "spoken", mailedTo: null } as const);
  return { ...by, enrolment: null };
}

function assuranceOf({ how }: ApprovalStatement): "A" | "B" | "C" {
  if (how === "passkey") return "A";
  return how === "mailed_link" ? "B" : "C";
}
