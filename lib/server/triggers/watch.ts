import "server-only";
import { recordSchema } from "@/lib/domain/record/schema";
import { type Watched, watchedDay, watchedTriggers } from "@/lib/domain/triggers/watched";
import type { Tx } from "../db/client";
import { newId } from "../ids";

type Revision = { worksheetId: string; n: number };

/** Writes down what an accepted revision waits for, in the transaction of its acceptance; a second time changes nothing. */
export async function watchRecord(tx: Tx, { worksheetId, n }: Revision): Promise<void> {
  const { canonical, decidedAt } = await tx.revision.findUniqueOrThrow({
    where: { worksheetId_n: { worksheetId, n } },
    select: { canonical: true, decidedAt: true },
  });
  if (decidedAt === null) return;
  await keep(tx, { worksheetId, n }, watchedTriggers(recordSchema.parse(JSON.parse(canonical)), decidedAt.toISOString()));
}

/** The day that a review asked for; earlier days that have not come are answered by that review. */
export async function watchNextLook(tx: Tx, { worksheetId, n, day }: Revision & { day: string }): Promise<void> {
  const earlier = { worksheetId, n, kind: "date", dueOn: { lt: new Date(day) }, firing: null };
  await tx.dueTrigger.deleteMany({ where: earlier });
  await keep(tx, { worksheetId, n }, [watchedDay(day, "")]);
}

async function keep(tx: Tx, revision: Revision, watched: readonly Watched[]): Promise<void> {
  const data = watched.map(({ kind, key, text, ...rest }) => {
    const what = "dueOn" in rest ? { dueOn: new Date(rest.dueOn) } : rest;
    return { id: newId(), ...revision, kind, key, text, ...what };
  });
  await tx.dueTrigger.createMany({ data, skipDuplicates: true });
}
