import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "@/lib/domain/impact/seeded-random";
import { ensureBuilt } from "@/lib/server/boot/build";
import { freePort } from "@/lib/server/db/free-port";
import { AppProcess } from "./app-process";
import { killBrowser } from "./browser-killed";
import { loadWithoutDatabase } from "./database-away";
import { FAULTS } from "./faults";
import type { Violation } from "./history";
import { MUTANTS, type Mutant } from "./mutants";
import { Postgres } from "./postgres";
import { Relay } from "./relay";
import { type Fault, type Outcome, runLoad } from "./run-load";
import { pause } from "./writer";

/**
 * `npm run faults`: the app under load while things break, its books compared afterwards; then the same with planted bugs,
 * each of which an invariant must catch. `--only FT-03` or `--only M4` runs one. Ends with 1 when an invariant does not hold
 * or a bug goes unnoticed.
 */

const { values } = parseArgs({ options: { only: { type: "string" }, seed: { type: "string", default: "20260101" } } });
const say = (line: string) => void process.stdout.write(`${line}\n`);
const LEFT_OUT = /^(node_modules|\.next|\.git|\.data|test-results)$/u;
let isGood = true;

await ensureBuilt(say);
say(`Seed ${values.seed}. Six teams of four write, two pages of each are open; half-way everything is revealed.\n`);
const faults = FAULTS.filter(({ id }) => values.only === undefined || id === values.only);
if (faults.length > 0) await onStage({}, async (stage) => void (await tellAll(faults, stage)));
if (values.only === undefined || values.only === "FT-09") await onStage({}, browserCrash);
if (values.only === undefined || values.only === "FT-07") await onStage({}, withoutDatabase);
for (const mutant of MUTANTS.filter(({ id }) => values.only === undefined || id === values.only)) await hunt(mutant);
say(isGood ? "\nAll invariants hold, and each planted bug was noticed." : "\nSomething does not hold.");
process.exit(isGood ? 0 : 1);

type Parts = { port: number; postgres: Postgres; app: AppProcess; relay: Relay; chance: () => number };

async function tellAll(all: readonly Fault[], parts: Parts) {
  for (const fault of all) {
    const outcome = await runLoad(fault, parts);
    tell(outcome);
    if (outcome.violations.length > 0) isGood = false;
  }
}

async function browserCrash({ port }: Parts) {
  tellOfBrowser("FT-09  the browser is killed between typing and the reply.", await killBrowser(`http://localhost:${port}`));
}

async function withoutDatabase({ port, postgres, app }: Parts) {
  const violations = await loadWithoutDatabase({ origin: `http://localhost:${port}`, postgres, app });
  tellOfBrowser("FT-07  a page is loaded while PostgreSQL is away.", violations);
}

function tellOfBrowser(what: string, violations: readonly Violation[]) {
  if (violations.length > 0) isGood = false;
  say(`${violations.length === 0 ? "ok  " : "FAIL"} ${what}`);
  for (const { invariant, text } of violations) say(`       ${invariant}: ${text}`);
}

function tell({ id, does, operations, saved, refused, replays, p99, violations }: Outcome) {
  const counts = `${operations} saves: ${saved} kept, ${refused} refused, ${replays} recognised again; p99 ${Math.round(p99)} ms`;
  say(`${violations.length === 0 ? "ok  " : "FAIL"} ${id}  ${does}. ${counts}`);
  for (const { invariant, text } of violations.slice(0, 5)) say(`       ${invariant}: ${text}`);
  if (violations.length > 5) say(`       and ${violations.length - 5} more`);
}

async function hunt(mutant: Mutant) {
  const fault = FAULTS.find(({ id }) => id === mutant.fault);
  if (!fault) throw new Error(`${mutant.id} names ${mutant.fault}, which is no fault.`);
  const tampering = async (stage: Parameters<NonNullable<Fault["meddle"]>>[0]) => {
    await fault.meddle?.(stage);
    if (mutant.tamper) await pause(6_000).then(() => mutant.tamper?.(stage.postgres));
  };
  await onStage(mutant, async (parts) => {
    const { violations } = await runLoad({ ...fault, seconds: 12, meddle: tampering, also: () => [] }, parts);
    const noticed = mutant.caughtBy.filter((wanted) => violations.some(({ invariant }) => invariant === wanted));
    const isCaught = noticed.length === mutant.caughtBy.length;
    if (!isCaught) isGood = false;
    say(
      `${isCaught ? "ok  " : "FAIL"} ${mutant.id}  planted: ${mutant.bug}. ${isCaught ? "Noticed by" : "Not noticed by"} ${mutant.caughtBy.join(", ")}`,
    );
    const [first] = violations;
    if (first) say(`       ${first.invariant}: ${first.text}`);
  });
}

/** Sets up database, relay and app, lets `play` use them and clears everything away. */
async function onStage(mutant: Pick<Mutant, "plant" | "patch">, play: (parts: Parts) => Promise<void>) {
  const chance = seededRandom(values.seed);
  const postgres = new Postgres();
  await postgres.start();
  const databaseRelay = new Relay(() => postgres.port(), chance);
  await databaseRelay.start();
  postgres.relayThrough(databaseRelay.port);
  const port = await freePort();
  const cwd = mutant.patch && patchedCopy(mutant.patch);
  const app = new AppProcess({ port, urls: () => postgres.urls(), dataDir: postgres.folder, ...(cwd !== undefined && { cwd }) });
  const relay = new Relay(() => port, chance);
  await relay.start();
  try {
    await app.start();
    await mutant.plant?.(postgres);
    await play({ port, postgres, app, relay, chance });
  } finally {
    await app.stop();
    await relay.stop();
    await databaseRelay.stop();
    await postgres.stop();
    if (cwd !== undefined) rmSync(cwd, { recursive: true, force: true });
  }
}

/** The sources with one line changed, beside the same packages and pages. */
function patchedCopy({ file, from, to }: NonNullable<Mutant["patch"]>): string {
  const copy = mkdtempSync(join(tmpdir(), "shortlist-mutant-"));
  for (const name of readdirSync(".").filter((one) => !LEFT_OUT.test(one)))
    cpSync(name, join(copy, name), { recursive: true, preserveTimestamps: true });
  for (const name of ["node_modules", ".next"]) symlinkSync(join(process.cwd(), name), join(copy, name));
  const text = readFileSync(join(copy, file), "utf8");
  if (!text.includes(from)) throw new Error(`${file} no longer says “${from}”; plant the bug where it is now.`);
  // As long as before and as old as before: the pages were built without the bug, which is in the API alone.
  const { atime, mtime } = statSync(file);
  writeFileSync(join(copy, file), text.replace(from, to.padEnd(from.length)));
  utimesSync(join(copy, file), atime, mtime);
  return copy;
}
