import "server-only";
import { db } from "../db/client";
import { newApi } from "./context";

export const healthApi = newApi();

/** Answers as soon as the process listens. */
healthApi.get("/health", (c) => c.json({ status: "ok" }));

/** Answers 200 when the database answers and the tables are there, 503 until then. */
healthApi.get("/ready", async (c) => {
  const isReady = await db().$queryRaw`SELECT 1 FROM _prisma_migrations LIMIT 1`.then(
    () => true,
    () => false,
  );
  return isReady ? c.json({ status: "ready" }) : c.json({ status: "waiting for the database" }, 503, { "Retry-After": "2" });
});
