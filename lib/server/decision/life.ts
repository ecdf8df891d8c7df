import "server-only";
import type { z } from "zod";
import type { LifeView, RelatedRecord, statusInputSchema, supersedeInputSchema } from "@/lib/domain/decision/desk";
import { AppError } from "@/lib/domain/errors";
import { checkTransition, lifeStatus } from "@/lib/domain/record/life-cycle";
import { checkSupersession, type Supersession } from "@/lib/domain/record/supersession";
import { revisionStatusSchema } from "@/lib/domain/worksheet/schema";
import { requireAccess, requireRole, type WorksheetAccess } from "../access";
import { db, type Tx } from "../db/client";
import { newId } from "../ids";
import { writeWorksheet } from "../worksheet/transaction";

/** Set by hand; the others follow from freezing, approving and being replaced. */
const BY_HAND = ["deprecated", "accepted"] as const;

/** Calls an accepted decision deprecated, or accepted again. Anything else is no transition by hand: 409. */
export async function setStatus(access: WorksheetAccess, { opId, status, reason }: z.infer<typeof statusInputSchema>) {
  requireRole(access, "facilitator");
  const { worksheetId } = access;
  return writeWorksheet(access, {
    opId,
    input: { status, reason },
    changed: ["revisions"],
    run: async (tx, current) => {
      const life = await readLife(worksheetId, tx);
      const check = checkTransition(life.status, status);
      const n = (await latestRevision(tx, worksheetId))?.n;
      if (!check.ok || n === undefined || !life.allowed.includes(status))
        throw new AppError("illegal_transition", `A decision that is ${life.status} cannot be called ${status}.`, {
          detail: { from: life.status, allowed: life.allowed },
        });
      const { name } = await tx.member.findUniqueOrThrow({ where: { id: current.memberId } });
      await tx.statusAct.create({ data: { id: newId(), worksheetId, n, status, reason, byMemberId: current.memberId, byName: name } });
      return { reply: {}, event: { type: "status_set", revision: n, status } };
    },
  });
}

/** This worksheet's decision replaces another's, whose facilitator the caller is too. */
export async function supersede(access: WorksheetAccess, { opId, ...input }: z.infer<typeof supersedeInputSchema>) {
  requireRole(access, "facilitator");
  const other = await requireAccess(access.credential, input.replaces);
  requireRole(other, "facilitator");
  const { worksheetId } = access;
  return writeWorksheet(access, {
    opId,
    input,
    changed: ["revisions"],
    run: async (tx, current) => {
      // Two links made at once could close a circle that neither sees.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('supersession', 0))`;
      const link = { by: worksheetId, replaces: other.worksheetId, isPartial: input.isPartial };
      const check = checkSupersession(link, await logAround(tx, link));
      if (!check.ok)
        throw new AppError("illegal_transition", `It cannot replace that decision: ${check.reason}.`, { detail: { reason: check.reason } });
      const { name } = await tx.member.findUniqueOrThrow({ where: { id: current.memberId } });
      await tx.supersession.create({
        data: {
          worksheetId,
          replacesId: other.worksheetId,
          isPartial: input.isPartial,
          note: input.note,
          byMemberId: current.memberId,
          byName: name,
        },
      });
      return { reply: {}, event: { type: "supersedes", replaces: other.worksheetId, partial: input.isPartial } };
    },
  });
}

/** Takes the link back while this decision is not accepted; afterwards the old record stands replaced. */
export async function removeSupersession(access: WorksheetAccess, { opId, replaces }: { opId: string; replaces: string }) {
  requireRole(access, "facilitator");
  const { worksheetId } = access;
  return writeWorksheet(access, {
    opId,
    input: { replaces },
    changed: ["revisions"],
    run: async (tx) => {
      const { status } = await readLife(worksheetId, tx);
      if (status !== "draft" && status !== "rejected")
        throw new AppError("illegal_transition", "What this decision replaces stands as it was approved.");
      await tx.supersession.deleteMany({ where: { worksheetId, replacesId: replaces } });
      return { reply: {}, event: { type: "supersession_removed", replaces } };
    },
  });
}

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
  };
}

/** A record that was replaced no longer changes; its successor does. */
export async function refuseReplaced(tx: Tx, worksheetId: string): Promise<void> {
  const { status } = await readLife(worksheetId, tx);
  if (status === "superseded") throw new AppError("illegal_transition", "Another decision replaced this one; change that one.");
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

function latestRevision(tx: Tx, worksheetId: string) {
  return tx.revision.findFirst({ where: { worksheetId }, orderBy: { n: "desc" }, select: { n: true, status: true } });
}

/** Every link that can be reached from the two ends, and the records on them. */
async function logAround(tx: Tx, { by, replaces }: Supersession) {
  const ids = new Set([by, replaces]);
  const links = new Map<string, Supersession>();
  for (let fresh = [...ids]; fresh.length > 0; ) {
    const rows = await tx.supersession.findMany({ where: { OR: [{ worksheetId: { in: fresh } }, { replacesId: { in: fresh } }] } });
    for (const row of rows)
      links.set(`${row.worksheetId}>${row.replacesId}`, { by: row.worksheetId, replaces: row.replacesId, isPartial: row.isPartial });
    fresh = [...new Set(rows.flatMap((row) => [row.worksheetId, row.replacesId]))].filter((id) => !ids.has(id));
    for (const id of fresh) ids.add(id);
  }
  const worksheets = await tx.worksheet.findMany({
    where: { id: { in: [...ids] }, deletedAt: null },
    select: { id: true, revisions: { where: { status: "accepted" }, select: { n: true } } },
  });
  return {
    links: [...links.values()],
    records: new Map(worksheets.map(({ id, revisions }) => [id, { isDecided: revisions.length > 0 }])),
  };
}
