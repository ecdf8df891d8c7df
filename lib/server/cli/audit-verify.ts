import { join } from "node:path";
import { parseArgs } from "node:util";
import { readCheckpointFile, verifyChains } from "../audit/verify-chains";
import { reachDatabase } from "../backup/reach-database";
import { closeDb } from "../db/client";
import { env, parseEnv } from "../env";
import { CHECKPOINT_FILE } from "../seal/checkpoints";
import { fail, say } from "./backup-words";

/**
 * `npm run audit:verify [-- --checkpoints FILE]`: finds edited, reordered, forked and cut histories and names the row. Ends
 * with 0 when all hold, with 2 when one does not.
 */
try {
  const { values } = parseArgs({ options: { checkpoints: { type: "string", multiple: true } } });
  const settings = parseEnv(process.env);
  const files = values.checkpoints ?? [join(settings.DATA_DIR, CHECKPOINT_FILE)];
  const database = await reachDatabase(settings);
  try {
    process.env.DATABASE_URL = database.adminUrl;
    env().DATABASE_URL = database.adminUrl;
    const { chains, rows, heads, refused, findings } = await verifyChains(files.flatMap(readCheckpointFile));
    for (const { chain, kind, seq } of findings) say(`${chain}: ${kind} at row ${seq}`);
    if (refused > 0) say(`${refused} signed heads were left out: their signature does not hold, or another instance made them.`);
    say(
      `${chains} histories, ${rows} rows, ${heads} signed heads: ${findings.length === 0 ? "all hold" : `${findings.length} do not hold`}.`,
    );
    if (findings.length > 0) process.exitCode = 2;
  } finally {
    await closeDb();
    await database.stop();
  }
} catch (error) {
  fail("The histories were not checked.", error);
}
