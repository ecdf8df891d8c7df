import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { BackupError } from "../backup/backup-error";
import { reachDatabase } from "../backup/reach-database";
import { restoreBackup } from "../backup/restore-backup";
import { parseEnv } from "../env";
import { countsText, fail, say } from "./backup-words";

let broken = 0;
try {
  const { values, positionals } = parseArgs({ options: { replace: { type: "boolean", default: false } }, allowPositionals: true });
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) throw new BackupError("Name the file: npm run restore -- FILE [--replace]");
  const settings = parseEnv(process.env);
  const { stop, ...database } = await reachDatabase(settings);
  try {
    const restored = await restoreBackup({ ...database, dataDir: settings.DATA_DIR, file: resolve(name), replace: values.replace });
    say(countsText(restored.header));
    say(`Restored as of ${restored.header.createdAt}.`);
    say(`${restored.chains - restored.broken.length} of ${restored.chains} audit chains verify.`);
    for (const { chain, verdict } of restored.broken) say(`  ${chain}: ${verdict}`);
    broken = restored.broken.length;
  } finally {
    await stop();
  }
} catch (error) {
  fail("Nothing was restored.", error);
}
// The rows are better here than nowhere; whoever restores must still not miss this.
if (broken > 0) process.exit(2);
