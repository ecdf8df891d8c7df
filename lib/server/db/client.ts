import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "../env";

export type Db = PrismaClient;
/** The client inside an interactive transaction. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/**
 * The one Prisma client of this process. It hangs on globalThis because Next bundles its own copy of this module beside
 * the one the server runs from, and two pools would double the connections.
 */
export function db(): Db {
  const holder = globalThis as { __shortlistDb?: Db };
  holder.__shortlistDb ??= createDb(env().DATABASE_URL ?? "");
  return holder.__shortlistDb;
}

export function createDb(connectionString: string): Db {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 10, connectionTimeoutMillis: 4_000, idleTimeoutMillis: 60_000 }),
  });
}

/** Ends the pool; only for shutdown and tests. */
export async function closeDb(): Promise<void> {
  const holder = globalThis as { __shortlistDb?: Db };
  await holder.__shortlistDb?.$disconnect();
  delete holder.__shortlistDb;
}
