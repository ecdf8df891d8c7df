import "server-only";
import type { Tx } from "./client";

/** The database's time. What is signed or expires goes by it, as this machine's clock may be off. */
export async function databaseNow(tx: Tx): Promise<Date> {
  // As a number: the driver reads a timestamptz in the session's zone as if it were UTC.
  const rows = await tx.$queryRaw<{ ms: number }[]>`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`;
  if (rows[0] === undefined) throw new Error("The database has no time.");
  return new Date(rows[0].ms);
}
