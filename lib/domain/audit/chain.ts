import { z } from "zod";
import { sha256Hex } from "../record/sha256";

/** One row of a chain. `at` in UTC with six decimals, as it was hashed; `prev` may be left out where rows follow each other. */
export const auditRowSchema = z.object({
  seq: z.number().int().min(1),
  at: z.string(),
  payload: z.string(),
  prev: z.string().optional(),
  hash: z.string(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

/** A head that somebody outside the database remembers. */
export type KnownHead = { seq: number; head: string };

/** What is wrong and at which row. `cut` names the first row that is gone, `forked` the first head that history no longer leads to. */
export type ChainFinding = { kind: "edited" | "rewritten" | "reordered" | "missing" | "forked" | "cut"; seq: number };

export const NO_ROW = "0".repeat(64);

/**
 * The hash of one row, as the database computes it: SHA-256 over `prev|seq|chain|at|payload`.
 * @example auditHash("0192…", { seq: 1, at: "2026-11-20T14:05:00.000000Z", payload: "{}", prev: NO_ROW }) // 64 hex digits
 */
export function auditHash(chain: string, { seq, at, payload, prev }: Pick<AuditRow, "seq" | "at" | "payload"> & { prev: string }): string {
  return sha256Hex(`${prev}|${seq}|${chain}|${at}|${payload}`);
}

/**
 * Checks a chain in the order given, and that every remembered head lies on it. A chain alone cannot show a cut tail or a
 * history written anew from some row on; the heads can. No findings means it holds; an empty chain holds.
 * @example verifyChain({ chain, rows, heads: [{ seq: 9, head }] }) // [{ kind: "cut", seq: 8 }] when rows end at 7
 */
export function verifyChain({
  chain,
  rows,
  heads,
}: {
  chain: string;
  rows: readonly AuditRow[];
  heads: readonly KnownHead[];
}): ChainFinding[] {
  const byHash = new Map(rows.map((row) => [row.hash, row.seq]));
  const found: ChainFinding[] = [];
  let before: { seq: number; hash: string } = { seq: 0, hash: NO_ROW };
  for (const row of rows) {
    const prev = row.prev ?? before.hash;
    const finding = rowFinding({ row, prev, before, isElsewhere: byHash.has(prev) });
    if (finding !== null) found.push(finding);
    else if (auditHash(chain, { ...row, prev }) !== row.hash) found.push({ kind: "edited", seq: row.seq });
    before = row;
  }
  return [...found, ...headFindings(rows, heads)];
}

type Place = { row: AuditRow; prev: string; before: { seq: number; hash: string }; isElsewhere: boolean };

function rowFinding({ row, prev, before, isElsewhere }: Place): ChainFinding | null {
  if (row.seq > before.seq + 1) return { kind: "missing", seq: before.seq + 1 };
  if (row.seq <= before.seq) return { kind: "reordered", seq: row.seq };
  if (prev === before.hash) return null;
  // It continues a row that stands somewhere else, or one that no longer reads as it did.
  if (isElsewhere || prev === NO_ROW) return { kind: "reordered", seq: row.seq };
  return { kind: "rewritten", seq: Math.max(1, before.seq) };
}

function headFindings(rows: readonly AuditRow[], heads: readonly KnownHead[]): ChainFinding[] {
  const hashes = new Map(rows.map((row) => [row.seq, row.hash]));
  const last = rows.at(-1)?.seq ?? 0;
  const ordered = heads.toSorted((a, b) => a.seq - b.seq);
  const cut = ordered.find(({ seq }) => seq > last);
  const forked = ordered.find(({ seq, head }) => seq <= last && hashes.get(seq) !== head);
  return [...(forked ? [{ kind: "forked", seq: forked.seq } as const] : []), ...(cut ? [{ kind: "cut", seq: last + 1 } as const] : [])];
}
