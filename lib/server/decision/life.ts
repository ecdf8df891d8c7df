import "server-only";
import type { z } from "zod";
import type { statusInputSchema, supersedeInputSchema } from "@/lib/domain/decision/desk";
import { AppError } from "@/lib/domain/errors";
import { checkTransition } from "@/lib/domain/record/life-cycle";
import { checkSupersession, type Supersession } from "@/lib/domain/record/supersession";
import { requireAccess, requireRole, type WorksheetAccess } from "../access";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import { writeWorksheet } from "../worksheet/transaction";
import { latestRevision, readLife } from "./read-life";

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

/** A record that was replaced no longer changes; its successor does. */
export async function refuseReplaced(tx: Tx, worksheetId: string): Promise<void> {
  const { status } = await readLife(worksheetId, tx);
  if (status === "superseded") throw new AppError("illegal_transition", "Another decision replaced this one; change that one.");
}

/** Every link that can be reached from the two ends, and the records on them. */
export async function logAround(tx: Tx, { by, replaces }: Supersession) {
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
