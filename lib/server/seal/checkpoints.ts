import "server-only";
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { NO_ROW } from "@/lib/domain/audit/chain";
import { type CheckpointStatement, checkpointStatementSchema, type SignedCheckpoint } from "@/lib/domain/audit/checkpoint";
import type { AuditCheckpoint } from "@/prisma/generated/client";
import { db } from "../db/client";
import { databaseNow } from "../db/database-now";
import { env } from "../env";
import { newId } from "../ids";
import { sealKey } from "./instance-key";
import { readPem } from "./pem";
import { encodeCertificates, signStatement } from "./sign-statement";

/** Heads that the instance signed, one JSON line each, outside of the database; `npm run audit:verify` reads it. */
export const CHECKPOINT_FILE = "audit-checkpoints.ndjson";

/** A row below a signed head was changed: nothing may be sealed on top of that. */
export class ForkedChainError extends Error {}

export type StoredCheckpoint = AuditCheckpoint & { signed: SignedCheckpoint };

/** The signed head of a chain at one row: the stored one, else made now, stored, and noted outside the database. */
export async function checkpointAt({ chain, seq, head }: { chain: string; seq: number; head: string }): Promise<StoredCheckpoint> {
  const found = await db().auditCheckpoint.findUnique({ where: { chain_seq: { chain, seq } }, include: { key: true } });
  if (found !== null) {
    if (checkpointStatementSchema.parse(JSON.parse(found.statement)).head !== head)
      throw new ForkedChainError(`Row ${seq} is not the one that was signed.`);
    return { ...found, signed: signedOf(found, readPem(found.key.certificates, "CERTIFICATE")) };
  }
  const key = await sealKey();
  const at = await databaseNow(db());
  const signed = await signStatement(key, { chain, seq, head, at: at.toISOString(), subject: null });
  const { statement, signature } = signed;
  const data = { id: newId(), chain, seq, statement, signature, keyId: key.id, at };
  // Noted first: a head that stands only in the database guards nothing, and one that is noted twice is as true as once.
  note(signed);
  // Two jobs of one acceptance may come here together; the first one's statement counts.
  await db().auditCheckpoint.createMany({ data, skipDuplicates: true });
  const row = await db().auditCheckpoint.findUniqueOrThrow({ where: { chain_seq: { chain, seq } }, include: { key: true } });
  return { ...row, signed: signedOf(row, readPem(row.key.certificates, "CERTIFICATE")) };
}

/** What an exported record carries instead of a seal: the instance's word for its hash and what surrounds it. Not stored. */
export async function signExport(input: Pick<CheckpointStatement, "chain" | "seq" | "head" | "subject">): Promise<SignedCheckpoint> {
  const at = await databaseNow(db());
  return signStatement(await sealKey(), { ...input, head: input.seq === 0 ? NO_ROW : input.head, at: at.toISOString() });
}

function signedOf(
  { statement, signature }: Pick<AuditCheckpoint, "statement" | "signature">,
  certificates: readonly Uint8Array[],
): SignedCheckpoint {
  return { statement, signature, certificates: encodeCertificates(certificates) };
}

function note(signed: SignedCheckpoint): void {
  const { DATA_DIR } = env();
  mkdirSync(DATA_DIR, { recursive: true });
  appendFileSync(join(DATA_DIR, CHECKPOINT_FILE), `${JSON.stringify(signed)}\n`, { mode: 0o600 });
}
