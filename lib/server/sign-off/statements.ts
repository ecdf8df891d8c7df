import "server-only";
import type { z } from "zod";
import { canonicalise } from "@/lib/domain/record/canonicalise";
import type { PasskeyProof } from "@/lib/domain/sign-off/passkey-proof";
import type { ApprovalInput, StatementInput, statementIssuedSchema } from "@/lib/domain/sign-off/schema";
import { type ApprovalStatement, approvalStatementSchema, enrolmentSchema, statementChallenge } from "@/lib/domain/sign-off/statement";
import { verifyApproval } from "@/lib/domain/sign-off/verify-approval";
import { requireAccess, type WorksheetAccess } from "../access";
import { db, type Tx } from "../db/client";
import { findApprover } from "./approver-identity";
import { openRevision, refuseUnasked } from "./asked";
import { keepChallenge, takeChallenge } from "./challenges";
import { newCounter, publicKeyOf, rpIdOf } from "./passkeys";
import { refuse } from "./refuse";
import { writeStatement } from "./write-statement";

/** Writes down what an approver is about to sign, and gives the challenge that is its hash. Nothing of it counts yet. */
export async function issueStatement(
  access: WorksheetAccess,
  { n, origin, ...input }: StatementInput & { n: number; origin: string },
): Promise<z.infer<typeof statementIssuedSchema>> {
  const rpId = rpIdOf(origin);
  return db().$transaction(async (tx) => {
    const current = await requireAccess(access.credential, access.worksheetId, tx);
    const { worksheetId, memberId } = current;
    const revision = await openRevision(tx, { worksheetId, n, sha256: input.sha256 });
    const approver = await findApprover(tx, { access: current, approverId: undefined });
    if (approver === null) throw refuse("not_asked");
    const at = await refuseUnasked(tx, { revision, approverId: approver.id });
    const passkeys = await tx.passkey.findMany({ where: { memberId, rpId }, orderBy: { createdAt: "desc" } });
    const [latest] = passkeys;
    if (latest === undefined) throw refuse("passkey_unknown");
    const statement = await writeStatement(tx, {
      current,
      origin,
      n,
      input,
      approver,
      at,
      how: "passkey",
      mailedTo: null,
      enrolment: enrolmentSchema.parse({ how: latest.how, at: latest.createdAt.toISOString(), mailedTo: latest.mailedTo }),
    });
    const challenge = statementChallenge(statement);
    await keepChallenge(tx, { kind: "approve", worksheetId, memberId, challenge, payload: canonicalise(statement) });
    // Only the key that the statement tells about may sign it.
    return { statement, challenge, rpId, passkeys: [{ id: latest.credentialId, transports: latest.transports }] };
  });
}

/** Checks what the passkey signed against the statement that was given out, and uses the challenge up. */
export async function takeSignedStatement(
  tx: Tx,
  {
    current,
    n,
    input,
    passkey: signed,
  }: { current: WorksheetAccess; n: number; input: ApprovalInput; passkey: NonNullable<ApprovalInput["passkey"]> },
): Promise<{ statement: ApprovalStatement; proof: PasskeyProof }> {
  const { challenge, ...answer } = signed;
  const payload = await takeChallenge(tx, { kind: "approve", current, challenge });
  const statement = approvalStatementSchema.parse(JSON.parse(payload));
  const isSame =
    statement.revision === n &&
    statement.adrSha256 === input.sha256 &&
    statement.verdict === input.verdict &&
    statement.comment === (input.comment ?? "") &&
    statement.typedName === input.typedName;
  if (!isSame) throw refuse("challenge_other");
  const passkey = await tx.passkey.findUnique({ where: { credentialId: answer.credentialId } });
  if (passkey === null || passkey.memberId !== current.memberId) throw refuse("passkey_unknown");
  const publicKey = await publicKeyOf(passkey.publicKey);
  const proof: PasskeyProof = { format: "webauthn/1", origin: statement.instance, rpId: passkey.rpId, publicKey, ...answer };
  // What is kept must convince without us, so it is checked the way a stranger will check it.
  const verdict = await verifyApproval(proof, statement);
  if (!verdict.ok) throw refuse(verdict.reason);
  const counter = await newCounter({ passkey, answer, challenge, origin: statement.instance });
  await tx.passkey.update({ where: { id: passkey.id }, data: { counter } });
  return { statement, proof };
}
