import "server-only";
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { NO_ROW } from "@/lib/domain/audit/chain";
import { CHECKPOINT_TYPE, type CheckpointStatement, checkpointStatementSchema, type SignedCheckpoint } from "@/lib/domain/audit/checkpoint";
import { canonicalise } from "@/lib/domain/record/canonicalise";
import type { AuditCheckpoint } from "@/prisma/generated/client";
import { db } from "../db/client";
import { env } from "../env";
import { newId } from "../ids";
import { databaseTime } from "./audit-rows";
import { type SealKey, sealKey } from "./instance-key";
import { readPem } from "./pem";

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
  const at = await databaseTime();
  const signed = await signStatement(key, { chain, seq, head, at: at.toISOString(), subject: null });
  const { statement, signature } = signed;
  const data = { id: newId(), chain, seq, statement, signature, keyId: key.id, at };
  // Two jobs of one acceptance may come here together; the first one's statement counts.
  await db().auditCheckpoint.createMany({ data, skipDuplicates: true });
  const row = await db().auditCheckpoint.findUniqueOrThrow({ where: { chain_seq: { chain, seq } }, include: { key: true } });
  if (row.id === data.id) note(signed);
  return { ...row, signed: signedOf(row, readPem(row.key.certificates, "CERTIFICATE")) };
}

/** What an exported record carries instead of a seal: the instance's word for its hash and what surrounds it. Not stored. */
export async function signExport(input: Pick<CheckpointStatement, "chain" | "seq" | "head" | "subject">): Promise<SignedCheckpoint> {
  const at = await databaseTime();
  return signStatement(await sealKey(), { ...input, head: input.seq === 0 ? NO_ROW : input.head, at: at.toISOString() });
}

async function signStatement(key: SealKey, said: Omit<CheckpointStatement, "type" | "instance">): Promise<SignedCheckpoint> {
  const statement = canonicalise({ type: CHECKPOINT_TYPE, instance: key.rootFingerprint, ...said });
  const isEc = key.keyType === "EC";
  const algorithm = isEc ? { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const secret = await crypto.subtle.importKey("pkcs8", key.privateKey, algorithm, false, ["sign"]);
  const signature = await crypto.subtle.sign(algorithm, secret, new TextEncoder().encode(statement));
  return { statement, signature: Buffer.from(signature).toString("base64url"), certificates: base64(key.certificates) };
}

function signedOf(
  { statement, signature }: Pick<AuditCheckpoint, "statement" | "signature">,
  certificates: readonly Uint8Array[],
): SignedCheckpoint {
  return { statement, signature, certificates: base64(certificates) };
}

function base64(certificates: readonly Uint8Array[]): string[] {
  return certificates.map((der) => Buffer.from(der).toString("base64"));
}

function note(signed: SignedCheckpoint): void {
  const { DATA_DIR } = env();
  mkdirSync(DATA_DIR, { recursive: true });
  appendFileSync(join(DATA_DIR, CHECKPOINT_FILE), `${JSON.stringify(signed)}\n`, { mode: 0o600 });
}
