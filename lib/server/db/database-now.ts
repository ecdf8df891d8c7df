import "server-only";
import type { Tx } from "./client";

/** The database's time. What is signed or expires goes by it, as this machine's clock may be off. */
export async function databaseNow(tx: Tx): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  return rows[0]?.now ?? new Date();
}
