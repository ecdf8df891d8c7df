import "server-only";
import { dayIn } from "@/lib/domain/triggers/watched";
import type { DueTrigger, Firing } from "@/prisma/generated/client";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { latestRevision, readLife } from "../decision/read-life";
import { env } from "../env";
import { queueMailToApprovers } from "../mail/queue-mail";
import { emitEvent } from "../webhooks/emit";
import { appendAudit } from "../worksheet/transaction";
import { lookingAhead } from "./due";

export type Fired = { trigger: DueTrigger; firing: Firing };

/**
 * Fires what has come true of an accepted decision: days that have come where the team is, and numbers past their line. The
 * firing's key is its trigger, so however often and by how many processes this runs, each fires once, and what follows
 * from it is written in the same transaction. Callers hold the worksheet's lock.
 */
export async function fireDue(tx: Tx, worksheetId: string): Promise<Fired[]> {
  const worksheet = await tx.worksheet.findFirst({ where: { id: worksheetId, deletedAt: null }, select: { timeZone: true } });
  const n = (await latestRevision(tx, worksheetId))?.n;
  if (worksheet === null || n === undefined || (await readLife(worksheetId, tx)).status !== "accepted") return [];
  const at = now();
  const waiting = await tx.dueTrigger.findMany({ where: { worksheetId, n, firing: null }, orderBy: { key: "asc" } });
  const today = dayIn(worksheet.timeZone, at.toISOString());
  const fired: Fired[] = [];
  for (const trigger of waiting) {
    const why = trigger.kind === "date" ? dayCame(trigger, today) : await linePassed(tx, trigger);
    if (why === null) continue;
    const [firing] = await tx.firing.createManyAndReturn({ data: { triggerId: trigger.id, at, ...why }, skipDuplicates: true });
    if (firing !== undefined) fired.push({ trigger, firing });
  }
  for (const one of fired) await tell(tx, one);
  if (fired.length > 0) {
    const ahead = await lookingAhead(tx, { worksheetId, n });
    await tx.logEntry.updateMany({ where: { worksheetId }, data: { ...ahead } });
  }
  return fired;
}

type Reason = Partial<Pick<Firing, "value" | "unit" | "source" | "measuredAt">>;

function dayCame({ dueOn }: DueTrigger, today: string): Reason | null {
  return dueOn !== null && dueOn.toISOString().slice(0, 10) <= today ? {} : null;
}

/** The first number after the acceptance that is past the line. */
async function linePassed(tx: Tx, { worksheetId, n, metric, direction, threshold }: DueTrigger): Promise<Reason | null> {
  if (metric === null || threshold === null) return null;
  const { decidedAt } = await tx.revision.findUniqueOrThrow({ where: { worksheetId_n: { worksheetId, n } }, select: { decidedAt: true } });
  const past = await tx.metric.findFirst({
    where: {
      worksheetId,
      metric,
      value: direction === "above" ? { gt: threshold } : { lt: threshold },
      ...(decidedAt === null ? {} : { at: { gte: decidedAt } }),
    },
    orderBy: { at: "asc" },
  });
  return past && { value: past.value, unit: past.unit, source: past.source, measuredAt: past.at };
}

async function tell(tx: Tx, { trigger, firing }: Fired): Promise<void> {
  const { id, worksheetId, n, key, kind, text, metric, threshold } = trigger;
  const { value, unit, source } = firing;
  await appendAudit(tx, { worksheetId, memberId: id, event: { type: "trigger_fired", trigger: key, revision: n } });
  const origin = env().APP_ORIGIN ?? env().origins[0] ?? "";
  const template = kind === "date" ? "review_due" : "number_due";
  await queueMailToApprovers(tx, { template, worksheetId, n, origin, again: id });
  const dueOn = trigger.dueOn?.toISOString().slice(0, 10) ?? null;
  const measuredAt = firing.measuredAt?.toISOString() ?? null;
  const data = { revision: n, kind, text, dueOn, metric, threshold, value, unit, source, measuredAt };
  await emitEvent(tx, { worksheetId, event: "trigger.fired", eventId: id, data });
}
