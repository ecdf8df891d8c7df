import "server-only";
import { type FiredTrigger, firedTriggerSchema } from "@/lib/domain/triggers/schema";
import { db, type Tx } from "../db/client";

type Revision = { worksheetId: string; n: number };

/** What fired and nobody has answered with a review since, the earliest first. */
export async function openFirings({ worksheetId, n }: Revision, tx: Tx = db()): Promise<FiredTrigger[]> {
  const latest = await tx.review.findFirst({ where: { worksheetId }, orderBy: { at: "desc" }, select: { at: true } });
  const rows = await tx.firing.findMany({
    where: { trigger: { worksheetId, n }, ...(latest === null ? {} : { at: { gt: latest.at } }) },
    include: { trigger: true },
    orderBy: [{ at: "asc" }, { triggerId: "asc" }],
  });
  return rows.map(({ trigger, ...firing }) =>
    firedTriggerSchema.parse({
      ...trigger,
      ...firing,
      dueOn: dayOf(trigger.dueOn),
      measuredAt: firing.measuredAt?.toISOString() ?? null,
      firedAt: firing.at.toISOString(),
      by: firing.byName,
    }),
  );
}

/**
 * The day of the next look, which has passed when it was missed, and since when something waits. Null where nothing was
 * derived from the revision yet.
 */
export async function lookingAhead(tx: Tx, revision: Revision): Promise<{ reviewOn: Date | null; dueSince: Date | null } | null> {
  const { worksheetId, n } = revision;
  if ((await tx.dueTrigger.count({ where: { worksheetId, n } })) === 0) return null;
  const open = await openFirings(revision, tx);
  const missed = open.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).toSorted()[0];
  const ahead = await tx.dueTrigger.findFirst({ where: { worksheetId, n, kind: "date", firing: null }, orderBy: { dueOn: "asc" } });
  return {
    reviewOn: missed === undefined ? (ahead?.dueOn ?? null) : new Date(missed),
    dueSince: open[0] === undefined ? null : new Date(open[0].firedAt),
  };
}

const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
