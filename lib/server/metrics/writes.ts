import "server-only";
import { AppError } from "@/lib/domain/errors";
import { checkMetrics } from "@/lib/domain/metrics/check-metrics";
import { METRICS_KEPT, type MetricsInput, type MetricsReply, metricsReplySchema } from "@/lib/domain/metrics/schema";
import { unitOf } from "@/lib/domain/metrics/units";
import { db, type Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { withRetries } from "../db/failures";
import { latestRevision, readLife } from "../decision/read-life";
import { fingerprintOf, newId } from "../ids";
import { announce } from "../live/announce";
import { fireDue } from "../triggers/fire";
import { bumpSeq, lockWorksheet } from "../worksheet/transaction";

/** Who sends numbers: a key of the space, or a member. Proven anew inside the lock. */
export type Sender = { id: string; name: string; memberId: string | null };
type Sending = { worksheetId: string; prove: (tx: Tx) => Promise<Sender>; input: MetricsInput };

/**
 * Keeps reported numbers, all or none, and fires what they make due. The same number, time and source is kept once; another
 * value for it is refused, so that nothing is changed silently.
 */
export async function recordMetrics({ worksheetId, prove, input }: Sending): Promise<MetricsReply> {
  const { opId, metrics: items } = input;
  const fingerprint = fingerprintOf(items);
  const { reply, seq } = await withRetries(() =>
    db().$transaction(
      async (tx) => {
        await lockWorksheet(tx, worksheetId);
        const sender = await prove(tx);
        const earlier = opId === undefined ? null : await tx.op.findUnique({ where: { actor_opId: { actor: sender.id, opId } } });
        if (earlier !== null && earlier.fingerprint !== fingerprint)
          throw wrong([{ path: "opId", message: "Use a new id for new numbers." }]);
        if (earlier !== null) return { reply: metricsReplySchema.parse(earlier.reply), seq: null };
        const added = await keep(tx, { worksheetId, sender, items });
        const fired = await fireDue(tx, worksheetId);
        const reply = { added, known: items.length - added, fired: fired.map(({ trigger: { id, text } }) => ({ id, text })) };
        if (opId !== undefined) await tx.op.create({ data: { actor: sender.id, opId, fingerprint, reply } });
        return { reply, seq: added > 0 ? await bumpSeq(tx, worksheetId) : null };
      },
      { maxWait: 4_000, timeout: 10_000 },
    ),
  );
  if (seq !== null) announce({ worksheetId, seq, changed: ["reviews"] });
  return reply;
}

type Batch = { worksheetId: string; sender: Sender; items: MetricsInput["metrics"] };

async function keep(tx: Tx, { worksheetId, sender, items }: Batch): Promise<number> {
  const checked = checkMetrics(items, await standing(tx, worksheetId));
  if (!checked.ok) throw wrong(checked.errors);
  const rows = checked.metrics.map((metric) => ({
    id: newId(),
    worksheetId,
    byMemberId: sender.memberId,
    byName: sender.name,
    ...metric,
    at: new Date(metric.at),
  }));
  const made = await tx.metric.createManyAndReturn({ data: rows, skipDuplicates: true, select: { id: true } });
  const isNew = new Set(made.map(({ id }) => id));
  for (const [index, row] of rows.entries()) {
    if (isNew.has(row.id)) continue;
    const { metric, at, source } = row;
    const known = await tx.metric.findUnique({ where: { worksheetId_metric_at_source: { worksheetId, metric, at, source } } });
    if (known !== null && known.value !== row.value)
      throw wrong([{ path: `metrics.${index}.value`, message: `${known.value} is known for this number, time and source.` }]);
  }
  for (const metric of new Set(rows.map((row) => row.metric))) await forgetOldest(tx, { worksheetId, metric });
  return made.length;
}

/** What the numbers are held against: the accepted decision, its own names for numbers, and their units so far. */
async function standing(tx: Tx, worksheetId: string) {
  const n = (await latestRevision(tx, worksheetId))?.n;
  const { status } = await readLife(worksheetId, tx);
  const isStanding = status === "accepted" || status === "deprecated" || status === "superseded";
  if (n === undefined || !isStanding)
    throw new AppError("illegal_transition", "There is no accepted decision that numbers could be held against.");
  const { decidedAt } = await tx.revision.findUniqueOrThrow({ where: { worksheetId_n: { worksheetId, n } }, select: { decidedAt: true } });
  const triggers = await tx.dueTrigger.findMany({ where: { worksheetId, n, kind: "metric" }, select: { metric: true } });
  const named = [...new Set(triggers.flatMap(({ metric }) => (metric === null || unitOf(metric) !== null ? [] : [metric])))];
  const first = await tx.metric.findMany({
    where: { worksheetId, metric: { in: named } },
    distinct: ["metric"],
    orderBy: { receivedAt: "asc" },
  });
  const now = await databaseNow(tx);
  return {
    now: now.toISOString(),
    since: (decidedAt ?? now).toISOString(),
    named,
    units: Object.fromEntries(first.map(({ metric, unit }) => [metric, unit])),
  };
}

async function forgetOldest(tx: Tx, { worksheetId, metric }: { worksheetId: string; metric: string }): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM metric WHERE id IN (
      SELECT id FROM metric WHERE worksheet_id = ${worksheetId}::uuid AND metric = ${metric} ORDER BY at DESC, id DESC OFFSET ${METRICS_KEPT})`;
}

const wrong = (errors: { path: string; message: string }[]) =>
  new AppError("invalid_input", "Some numbers are not right; none was kept.", { errors });
