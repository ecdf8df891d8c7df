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
    ...(await readReopenings(tx, { worksheetId, linked: [...over.map((row) => row.replacesId), ...by.map((row) => row.worksheetId)] })),
    supersedesImports: await listReplacedImports(worksheetId, tx),
  };
}

/** A reopening replaces nothing before it is accepted, and says so on both sides until then. */
async function readReopenings(tx: Tx, { worksheetId, linked }: { worksheetId: string; linked: readonly string[] }) {
  const origin = await tx.review.findUnique({ where: { reopenedAs: worksheetId }, select: { note: true, worksheet: { select: OTHER } } });
  const reviews = await tx.review.findMany({ where: { worksheetId, reopenedAs: { not: null } }, select: { note: true, reopenedAs: true } });
  const ids = reviews.flatMap(({ reopenedAs }) => reopenedAs ?? []);
  const others = await tx.worksheet.findMany({ where: { id: { in: ids, notIn: [...linked] }, deletedAt: null }, select: OTHER });
  const noteOf = (id: string) => reviews.find(({ reopenedAs }) => reopenedAs === id)?.note ?? "";
  const isOpen = origin !== null && origin.worksheet.deletedAt === null && !linked.includes(origin.worksheet.id);
  return {
    reopens: isOpen ? related({ isPartial: false, note: origin.note }, origin.worksheet) : null,
    reopenedAs: others.map((other) => related({ isPartial: false, note: noteOf(other.id) }, other)).filter((one) => !one.isAccepted),
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
