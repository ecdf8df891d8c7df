import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `npm test`: everything that must hold before a change lands, in the order that fails soonest. Ends with one line,
 * `N passed, N failed`; a step that is not a test runner counts as one test.
 */

type Count = { passed: number; failed: number };
type Step = { name: string; command: string[]; env?: Record<string, string>; count?: () => Count };

const reports = mkdtempSync(join(tmpdir(), "shortlist-reports-"));
const node = process.execPath;
const ts = [node, "--import", "./register.mjs"];

/** Each works on one core and none needs another, so they run side by side. */
const READING: Step[] = [
  { name: "Format and lint", command: ["npx", "biome", "ci", "--error-on-warnings", "--colors=off", "."] },
  { name: "Structure", command: [...ts, "lib/server/cli/check-structure.ts"] },
  { name: "Dead code", command: ["npx", "knip"] },
  { name: "Types", command: ["npm", "run", "--silent", "types"] },
  { name: "Neutrality", command: [...ts, "lib/server/cli/neutrality.ts"] },
];

const RUNNING: Step[] = [
  {
    name: "Unit tests on a real Postgres",
    command: ["npx", "vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${join(reports, "unit.json")}`],
    count: () => countVitest(join(reports, "unit.json")),
  },
  { name: "Production build", command: ["npm", "run", "--silent", "build"] },
  { name: "A browser for the browser tests", command: [...ts, "e2e/find-browser.ts"] },
  {
    name: "Browser tests",
    command: ["npx", "playwright", "test"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, "e2e.json") },
    count: () => countPlaywright(join(reports, "e2e.json")),
  },
];

const total: Count = { passed: 0, failed: 0 };
const areGood = await Promise.all(READING.map((step) => take(step, "at its end")));
// What comes later stands on what failed before.
if (areGood.every(Boolean)) for (const step of RUNNING) if (!(await take(step, "at once"))) break;
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed > 0 ? 1 : 0);

/** Runs a step, counts it, and says whether what stands on it may follow. */
async function take(step: Step, told: "at once" | "at its end"): Promise<boolean> {
  const started = Date.now();
  const heading = `\n== ${step.name}\n`;
  if (told === "at once") process.stdout.write(heading);
  const { code, said } = await run(step, told === "at once" ? "inherit" : "pipe");
  if (told === "at its end") process.stdout.write(`${heading}${said}`);
  const count = countOf(step, code);
  total.passed += count.passed;
  total.failed += count.failed;
  // A runner's word counts more than its exit code: a library's exit hook can turn that into 0.
  const isGood = code === 0 && count.failed === 0;
  process.stdout.write(`== ${step.name}: ${isGood ? "ok" : "FAILED"}, ${Math.round((Date.now() - started) / 1000)} s\n`);
  return isGood;
}

function run(step: Step, output: "inherit" | "pipe"): Promise<{ code: number; said: string }> {
  const [command = "", ...args] = step.command;
  const child = spawn(command, args, {
    stdio: ["ignore", output, output],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...step.env },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((done) => child.once("close", (code) => done({ code: code ?? 1, said })));
}

function countOf(step: Step, code: number): Count {
  const plain = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!step.count) return plain;
  try {
    const count = step.count();
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
  } catch {
    return plain;
  }
}

function countVitest(file: string): Count {
  const report = JSON.parse(readFileSync(file, "utf8")) as { numPassedTests: number; numFailedTests: number };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function countPlaywright(file: string): Count {
  const { stats } = JSON.parse(readFileSync(file, "utf8")) as { stats: { expected: number; unexpected: number; flaky: number } };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
