import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "@/lib/server/boot/build";
import { measureCostScreen } from "./cost-screen";
import { measureCosts } from "./costs";
import { measureEngine } from "./engine";
import { measureFirstLook } from "./first-look";
import { measureLoad } from "./load";
import { measureLogSearch } from "./log-search";
import { measurePageBytes } from "./page-bytes";
import { startApp } from "./processes";
import { atMost, plain, type Row, tableText } from "./row";
import { measureSaves } from "./saves";
import { measureSeals, measureSealsUnderLoad } from "./seals";
import { measureWhatIf } from "./what-if-screen";

/**
 * `npm run bench`: what the app promises about its speed, measured on this machine in one run. Speeds are judged as ratios
 * to a bare server that runs in turns with the app; times of a few milliseconds are only told. Ends with 1 when a target
 * is missed.
 */

const say = (line: string) => void process.stdout.write(`${line}\n`);
const dataDir = mkdtempSync(join(tmpdir(), "shortlist-bench-"));
// As root PostgreSQL runs as another user, who must be able to walk in.
chmodSync(dataDir, 0o755);

const rows: Row[] = [];
let failure: unknown = null;
try {
  await ensureBuilt(say);
  say("Rate limits are lifted for this run.");
  const first = await startApp(dataDir);
  await first.stop();
  const app = await startApp(dataDir);
  try {
    rows.push(atMost("Start to first page, data folder there", { value: app.firstPageMs / 1000, unit: "s", limit: 3 }));
    rows.push(plain("Start to first page, empty data folder", first.firstPageMs / 1000, "s"));
    rows.push(...(await measurePageBytes(app)));
    rows.push(...(await measureCostScreen(app)));
    rows.push(...(await measureFirstLook(app)));
    rows.push(...(await measureWhatIf(app)));
    rows.push(...(await measureSaves(app, dataDir)));
    rows.push(...(await measureSealsUnderLoad(app)));
    rows.push(...(await measureLoad(app)));
    rows.push(...(await measureLogSearch(app, dataDir)));
  } finally {
    await app.stop();
  }
  rows.push(...(await measureEngine()));
  rows.push(...(await measureSeals()));
  rows.push(...(await measureCosts()));
} catch (error) {
  failure = error;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

const [cpu] = cpus();
const machine = {
  cores: cpus().length,
  cpu: cpu?.model ?? "",
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.version,
  platform: process.platform,
};
say(`\n${tableText(rows)}\n\n${machine.cores} cores, Node ${machine.node}. Load client, app and PostgreSQL share them.`);
writeFileSync("bench/latest.json", `${JSON.stringify({ at: new Date().toISOString(), machine, rows }, null, 2)}\n`);
if (failure !== null) process.stderr.write(`\nThe run ended early. ${failure instanceof Error ? failure.message : String(failure)}\n`);
process.exit(failure !== null || rows.some((row) => row.isMet === false) ? 1 : 0);
