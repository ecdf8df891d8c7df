import "server-only";
import { pool } from "../db/client";
import { withRetries } from "../db/failures";

/** The arguments of save_answers_of(), in its order, without the worksheet. */
export type SaveCall = {
  kind: string;
  hash: Uint8Array;
  question: string;
  opId: string;
  round: number;
  fields: string;
  fingerprint: string;
  onBehalfOf: string | null;
};

type Waiting = { worksheetId: string; call: SaveCall; done: (reply: unknown) => void; fail: (error: unknown) => void };
type Queue = { waiting: Waiting[]; busy: Set<string>; underWay: number };

const MOST_TOGETHER = 64;
const MOST_STATEMENTS = 2;
const SAVE = `SELECT s.n::int AS n, save_answers_of(s.kind, s.hash, s.worksheet, s.question, s.op, s.round, s.fields::jsonb, s.fingerprint, s.behalf) AS reply
  FROM unnest($1::text[], $2::bytea[], $3::uuid[], $4::text[], $5::uuid[], $6::int[], $7::text[], $8::text[], $9::uuid[])
    WITH ORDINALITY AS s(kind, hash, worksheet, question, op, round, fields, fingerprint, behalf, n)`;

/**
 * A save waits for its worksheet's row, and would hold a connection while it waits. So a few statements are under way at a
 * time, no two for the same worksheet, and what comes meanwhile goes together in the next one: one trip, one lock and one
 * flush for many. Each save is still judged by itself and answered after its commit.
 */
export function saveInTurn<T>(worksheetId: string, call: SaveCall): Promise<T> {
  return new Promise<T>((done, fail) => {
    queue().waiting.push({ worksheetId, call, done: done as (reply: unknown) => void, fail });
    start(queue());
  });
}

function start(all: Queue) {
  while (all.underWay < MOST_STATEMENTS) {
    const batch = takeBatch(all);
    if (batch.length === 0) return;
    const worksheets = new Set(batch.map(({ worksheetId }) => worksheetId));
    for (const id of worksheets) all.busy.add(id);
    all.underWay += 1;
    void saveTogether(batch).finally(() => {
      for (const id of worksheets) all.busy.delete(id);
      all.underWay -= 1;
      start(all);
    });
  }
}

/** The longest waiting saves of idle worksheets. By worksheet, so that every process takes the locks in the same order. */
function takeBatch(all: Queue): Waiting[] {
  const batch: Waiting[] = [];
  const left: Waiting[] = [];
  for (const one of all.waiting) (batch.length < MOST_TOGETHER && !all.busy.has(one.worksheetId) ? batch : left).push(one);
  all.waiting = left;
  return batch.sort((a, b) => order(a.worksheetId, b.worksheetId));
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function saveTogether(batch: Waiting[]): Promise<void> {
  try {
    const replies = await run(batch);
    for (const [index, { done }] of batch.entries()) done(replies.get(index + 1));
  } catch (error) {
    const [first] = batch;
    if (batch.length === 1 && first) return first.fail(error);
    // One of them may be at fault for all: each is tried by itself. Whatever was committed is recognised by its id.
    for (const one of batch) await saveTogether([one]);
  }
}

async function run(batch: readonly Waiting[]): Promise<Map<number, unknown>> {
  const column = <K extends keyof SaveCall>(name: K) => batch.map(({ call }) => call[name]);
  const values = [
    column("kind"),
    batch.map(({ call }) => Buffer.from(call.hash)),
    batch.map(({ worksheetId }) => worksheetId),
    column("question"),
    column("opId"),
    column("round"),
    column("fields"),
    column("fingerprint"),
    column("onBehalfOf"),
  ];
  const { rows } = await withRetries(() => pool().query<{ n: number; reply: unknown }>({ text: SAVE, values }));
  return new Map(rows.map(({ n, reply }) => [n, reply]));
}

/** On globalThis, because Next bundles its own copy of this module beside the one the server runs from. */
function queue(): Queue {
  const holder = globalThis as { __shortlistSaves?: Queue };
  holder.__shortlistSaves ??= { waiting: [], busy: new Set(), underWay: 0 };
  return holder.__shortlistSaves;
}
