import "server-only";
import type { Commitment } from "@/lib/domain/workshop/dissent";
import type { Tx } from "../db/client";

/** Everybody who disagreed and committed, in the order of their words; what each said last in a round counts. */
export async function listCommitments(tx: Tx, worksheetId: string): Promise<Commitment[]> {
  const rows = await tx.consent.findMany({
    where: { round: { worksheetId }, committedAt: { not: null } },
    orderBy: { committedAt: "asc" },
  });
  return rows.flatMap(({ memberName: name, commitText: text, commitCondition, commitNamed: isNamed }) =>
    text === null ? [] : [{ name, isNamed, text, condition: commitCondition ?? "" }],
  );
}
