import "server-only";
import { dayIn } from "@/lib/domain/day-in";
import type { MailTemplate } from "@/lib/domain/mail/mail-facts";
import type { DueTrigger, Firing, Prisma } from "@/prisma/generated/client";
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
  const today = dayIn(at.toISOString(), worksheet.timeZone);
  const fired: Fired[] = [];
  for (const trigger of waiting) {
    // An event waits for somebody to say it: reportEvent.
    if (trigger.kind === "event") continue;
    const why = trigger.kind === "date" ? dayCame(trigger, today) : await linePassed(tx, trigger);
    const firing = why && (await write(tx, { triggerId: trigger.id, at, ...why }));
    if (firing) fired.push({ trigger, firing });
  }
  await follow(tx, { worksheetId, n, fired });
  return fired;
}

/** Fires an event that somebody says has happened; false when it was said before. Callers hold the worksheet's lock. */
export async function fireEvent(tx: Tx, trigger: DueTrigger, by: { byMemberId: string; byName: string }): Promise<boolean> {
  const firing = await write(tx, { triggerId: trigger.id, at: now(), ...by });
  if (firing === null) return false;
  await follow(tx, { ...trigger, fired: [{ trigger, firing }] });
  return true;
}

async function write(tx: Tx, data: Prisma.FiringCreateManyInput): Promise<Firing | null> {
  const [firing] = await tx.firing.createManyAndReturn({ data, skipDuplicates: true });
  return firing ?? null;
}

async function follow(tx: Tx, { worksheetId, n, fired }: { worksheetId: string; n: number; fired: readonly Fired[] }): Promise<void> {
  for (const one of fired) await tell(tx, one);
  if (fired.length === 0) return;
  const ahead = await lookingAhead(tx, { worksheetId, n });
  await tx.logEntry.updateMany({ where: { worksheetId }, data: { ...ahead } });
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

const TEMPLATE_OF: Readonly<Record<string, MailTemplate>> = { date: "review_due", metric: "number_due", event: "event_due" };

async function tell(tx: Tx, { trigger, firing }: Fired): Promise<void> {
  const { id, worksheetId, n, key, kind, text, metric, threshold } = trigger;
  const { value, unit, source } = firing;
  await appendAudit(tx, { worksheetId, memberId: id, event: { type: "trigger_fired", trigger: key, revision: n } });
  const origin = env().APP_ORIGIN ?? env().origins[0] ?? "";
  const template = TEMPLATE_OF[kind] ?? "number_due";
  await queueMailToApprovers(tx, { template, worksheetId, n, origin, again: id });
  const dueOn = trigger.dueOn?.toISOString().slice(0, 10) ?? null;
  const measuredAt = firing.measuredAt?.toISOString() ?? null;
  const data = { revision: n, kind, text, dueOn, metric, threshold, value, unit, source, measuredAt };
  await emitEvent(tx, { worksheetId, event: "trigger.fired", eventId: id, data });
}
