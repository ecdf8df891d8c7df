import "server-only";
import { createHash } from "node:crypto";
import { db } from "../db/client";

/** Wrong codes a minute: from one address, and from all of them, as a guesser may have many. */
const MOST_FROM_ONE = 20;
const MOST_FROM_ALL = 300;

/**
 * Milliseconds until this address may try a join code again; 0 when it may now. A code is short enough to guess, so tries
 * are counted in the database, by all processes together.
 */
export async function codeWaitMs(address: string): Promise<number> {
  const { own, all } = keysOf(address);
  const rows = await db().$queryRaw<{ ms: number }[]>`
    SELECT (extract(epoch FROM until - now()) * 1000)::float8 AS ms FROM failed_try
    WHERE until > now() AND ((key = ${own} AND count >= ${MOST_FROM_ONE}) OR (key = ${all} AND count >= ${MOST_FROM_ALL}))`;
  return Math.max(0, ...rows.map(({ ms }) => ms));
}

export async function countWrongCode(address: string): Promise<void> {
  const { own, all } = keysOf(address);
  await db().$executeRaw`
    INSERT INTO failed_try AS known (key, count, until)
    SELECT key, 1, now() + interval '1 minute' FROM unnest(ARRAY[${own}, ${all}]::bytea[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN known.until <= now() THEN 1 ELSE known.count + 1 END,
      until = CASE WHEN known.until <= now() THEN excluded.until ELSE known.until END`;
  await db().$executeRaw`DELETE FROM failed_try WHERE until < now() - interval '1 hour'`;
}

function keysOf(address: string) {
  return { own: hash(`address ${address}`), all: hash("all addresses") };
}

function hash(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(text).digest());
}
