import "server-only";
import type { LifeView, RelatedRecord } from "@/lib/domain/decision/desk";
import { checkTransition, lifeStatus } from "@/lib/domain/record/life-cycle";
import { revisionStatusSchema } from "@/lib/domain/worksheet/schema";
import { db, type Tx } from "../db/client";
import { listReplacedImports } from "../log/replaced-imports";

/** Set by hand; the others follow from freezing, approving and being replaced. */
const BY_HAND = ["deprecated", "accepted"] as const;

/** Where the record stands, and what it replaces and is replaced by. */
export async function readLife(worksheetId: string, tx: Tx = db()): Promise<LifeView> {
  const revision = await latestRevision(tx, worksheetId);
  const act = revision && (await tx.statusAct.findFirst({ where: { worksheetId, n: revision.n }, orderBy: { at: "desc" } }));
  // One after the other: inside a transaction there is one connection.
  const by = await tx.supersession.findMany({
    where: { replacesId: worksheetId },
    include: { worksheet: { select: OTHER } },
    orderBy: { at: "asc" },
  });
  const over = await tx.supersession.findMany({ where: { worksheetId }, include: { replaces: { select: OTHER } }, orderBy: { at: "asc" } });
  const supersededBy = by.map((row) => related(row, row.worksheet));
  const status = lifeStatus({
    revision: revision === null ? null : revisionStatusSchema.parse(revision.status),
    isDeprecated: act?.status === "deprecated",
    replacements: supersededBy,
  });
  return {
    status,
    allowed: BY_HAND.filter((next) => checkTransition(status, next).ok && (status === "accepted" || status === "deprecated")),
    reason: status === "deprecated" ? (act?.reason ?? "") : "",
    supersededBy,
    supersedes: over.map((row) => related(row, row.replaces)),
    supersedesImports: await listReplacedImports(worksheetId, tx),
  };
}

const OTHER = {
  id: true,
  title: true,
  deletedAt: true,
  revisions: { where: { number: { not: null } }, orderBy: { n: "desc" }, take: 1, select: { number: true, status: true } },
} as const;

type Other = { id: string; title: string; deletedAt: Date | null; revisions: { number: number | null; status: string }[] };

function related({ isPartial, note }: { isPartial: boolean; note: string }, other: Other): RelatedRecord {
  const [decided] = other.revisions;
  return {
    worksheetId: other.id,
    title: other.deletedAt === null ? other.title : "",
    number: decided?.number ?? null,
    isPartial,
    isAccepted: decided?.status === "accepted",
    isGone: other.deletedAt !== null,
    note,
  };
}

/** The latest revision, whatever became of it; null before the first. */
export function latestRevision(tx: Tx, worksheetId: string) {
  return tx.revision.findFirst({ where: { worksheetId }, orderBy: { n: "desc" }, select: { n: true, status: true } });
}
