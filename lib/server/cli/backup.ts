import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { reachDatabase } from "../backup/reach-database";
import { writeBackup } from "../backup/write-backup";
import { now } from "../clock";
import { parseEnv } from "../env";
import { countsText, fail, say } from "./backup-words";

try {
  const { values } = parseArgs({ options: { out: { type: "string" } } });
  const settings = parseEnv(process.env);
  const stamp = now().toISOString().slice(0, 19).replace(/[-:]/gu, "");
  const file = resolve(values.out ?? join(settings.DATA_DIR, "backups", `shortlist-${stamp}Z.ndjson.gz`));
  const database = await reachDatabase(settings);
  try {
    const header = await writeBackup({ connectionString: database.adminUrl, dataDir: settings.DATA_DIR, file });
    say(countsText(header));
    say(`Saved as of ${header.createdAt} in ${file}`);
    say("Keep it as secret as the database itself, and on another disk.");
  } finally {
    await database.stop();
  }
} catch (error) {
  fail("No backup was made.", error);
}
