import "server-only";
import { existsSync, readFileSync } from "node:fs";
import { type ChainFinding, verifyChain } from "@/lib/domain/audit/chain";
import { type SignedCheckpoint, signedCheckpointSchema } from "@/lib/domain/audit/checkpoint";
import { verifyCheckpoint } from "@/lib/domain/audit/verify-checkpoint";
import { db } from "../db/client";
import { readAuditRows } from "../seal/audit-rows";
import { readPem } from "../seal/pem";
import { encodeCertificates } from "../seal/sign-statement";

export type AuditFinding = ChainFinding & { chain: string };
export type AuditReport = { chains: number; rows: number; heads: number; refused: number; findings: AuditFinding[] };

/**
 * Checks every history of the database against every head that the instance signed: those in the database, and those that
 * were noted outside of it, which nobody could rewrite together with the rows. `refused` counts heads whose signature
 * does not hold or is another instance's; they say nothing.
 */
export async function verifyChains(noted: readonly SignedCheckpoint[]): Promise<AuditReport> {
  const [roots, stored] = await Promise.all([knownRoots(), storedCheckpoints()]);
  const { heads, refused } = await headsOf([...stored, ...noted], roots);
  const listed = await db().$queryRaw<{ chain: string }[]>`SELECT DISTINCT chain::text AS chain FROM audit_event`;
  const chains = [...new Set([...listed.map(({ chain }) => chain), ...heads.keys()])].sort();
  const findings: AuditFinding[] = [];
  let count = 0;
  for (const chain of chains) {
    const rows = await readAuditRows(chain);
    count += rows.length;
    findings.push(...verifyChain({ chain, rows, heads: heads.get(chain) ?? [] }).map((finding) => ({ ...finding, chain })));
  }
  return { chains: chains.length, rows: count, heads: [...heads.values()].flat().length, refused, findings };
}

/** The heads in a file, one JSON line each; a line that cannot be read is an error, for it should not be there. */
export function readCheckpointFile(file: string): SignedCheckpoint[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => signedCheckpointSchema.parse(JSON.parse(line)));
}

type Heads = Map<string, { seq: number; head: string }[]>;

async function headsOf(checkpoints: readonly SignedCheckpoint[], roots: readonly string[]): Promise<{ heads: Heads; refused: number }> {
  const heads: Heads = new Map();
  let refused = 0;
  for (const checkpoint of checkpoints) {
    const result = await verifyCheckpoint(checkpoint);
    if (!result.ok || !roots.includes(result.statement.instance)) {
      refused += 1;
      continue;
    }
    const { chain, seq, head } = result.statement;
    heads.set(chain, [...(heads.get(chain) ?? []), { seq, head }]);
  }
  return { heads, refused };
}

async function knownRoots(): Promise<string[]> {
  return (await db().instanceKey.findMany({ select: { rootFingerprint: true } })).map(({ rootFingerprint }) => rootFingerprint);
}

async function storedCheckpoints(): Promise<SignedCheckpoint[]> {
  const rows = await db().auditCheckpoint.findMany({ include: { key: { select: { certificates: true } } } });
  return rows.map(({ statement, signature, key }) => ({
    statement,
    signature,
    certificates: encodeCertificates(readPem(key.certificates, "CERTIFICATE")),
  }));
}
