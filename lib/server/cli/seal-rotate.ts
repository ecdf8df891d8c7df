import { reachDatabase } from "../backup/reach-database";
import { closeDb } from "../db/client";
import { env, parseEnv } from "../env";
import { prepareAppSecret } from "../seal/app-secret";
import { rotateSealKey } from "../seal/instance-key";
import { fail, say } from "./backup-words";

/**
 * `npm run seal:rotate`: makes a new root and a new sealing key. The earlier ones stay listed, and what they sealed stays
 * valid. Running processes go on with the old one until they restart.
 */
try {
  const settings = parseEnv(process.env);
  const database = await reachDatabase(settings);
  try {
    process.env.DATABASE_URL = database.adminUrl;
    env().DATABASE_URL = database.adminUrl;
    prepareAppSecret(settings);
    const { rootFingerprint } = await rotateSealKey();
    say(`The new root is ${rootFingerprint}. Write it down where neither the database nor this server can change it, then restart.`);
  } finally {
    await closeDb();
    await database.stop();
  }
} catch (error) {
  fail("The key was not changed.", error);
}
