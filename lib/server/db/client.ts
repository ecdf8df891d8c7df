import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type ClientBase, Pool } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "../env";
import { QueuedClient } from "./queued-client";

export type Db = PrismaClient;
/** The client inside an interactive transaction. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/**
 * The one Prisma client of this process. It hangs on globalThis because Next bundles its own copy of this module beside
 * the one the server runs from, and two pools would double the connections.
 */
export function db(): Db {
  const holder = globalThis as { __shortlistDb?: Db };
  holder.__shortlistDb ??= new PrismaClient({ adapter: new PrismaPg(pool()) });
  return holder.__shortlistDb;
}

/** The pool below Prisma, for the one call that is too frequent to pay for Prisma's way to it. */
export function pool(): Pool {
  const holder = globalThis as { __shortlistPool?: Pool };
  holder.__shortlistPool ??= createPool(env().DATABASE_URL ?? "");
  return holder.__shortlistPool;
}

function createPool(connectionString: string): Pool {
  // Prisma's driver writes and reads timestamps without their zone, so a session in another one would shift every time.
  const onConnect = (client: ClientBase) => client.query("SET TIME ZONE 'UTC'") as unknown as undefined;
  const limits = { max: 10, connectionTimeoutMillis: 4_000, idleTimeoutMillis: 60_000 };
  const created = new Pool({ connectionString, ...limits, onConnect, Client: QueuedClient });
  // A connection that dies in the pool is replaced at the next call, which also reports it; unheard it would end the process.
  created.on("error", () => undefined);
  return created;
}

/** Ends the pool; only for shutdown and tests. */
export async function closeDb(): Promise<void> {
  const holder = globalThis as { __shortlistDb?: Db; __shortlistPool?: Pool };
  await holder.__shortlistDb?.$disconnect();
  await holder.__shortlistPool?.end();
  delete holder.__shortlistDb;
  delete holder.__shortlistPool;
}
