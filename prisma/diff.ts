import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../lib/server/db/embedded-postgres";
import { diffDatamodel } from "./schema-engine";

/** `npm run db:diff`: the SQL from the last committed schema.prisma to the one on disk, to start a new migration from. */
const committed = spawnSync("git", ["show", "HEAD:prisma/schema.prisma"], { encoding: "utf8" });
const folder = mkdtempSync(join(tmpdir(), "shortlist-diff-"));
chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres(folder);
try {
  process.stdout.write(await diffDatamodel(postgres.adminUrl, committed.status === 0 ? committed.stdout : null));
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
