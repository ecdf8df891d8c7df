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

const STEPS: Step[] = [
  { name: "Format and lint", command: ["npx", "biome", "ci", "--error-on-warnings", "--colors=off", "."] },
  { name: "Structure", command: [...ts, "lib/server/cli/check-structure.ts"] },
  { name: "Dead code", command: ["npx", "knip"] },
  { name: "Types", command: ["npm", "run", "--silent", "types"] },
  { name: "Neutrality", command: [...ts, "lib/server/cli/neutrality.ts"] },
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
for (const step of STEPS) {
  const started = Date.now();
  process.stdout.write(`\n== ${step.name}\n`);
  const code = await run(step);
  const count = countOf(step, code);
  total.passed += count.passed;
  total.failed += count.failed;
  // A runner's word counts more than its exit code: a library's exit hook can turn that into 0.
  const isGood = code === 0 && count.failed === 0;
  process.stdout.write(`== ${step.name}: ${isGood ? "ok" : "FAILED"}, ${Math.round((Date.now() - started) / 1000)} s\n`);
  // What comes later stands on what failed here.
  if (!isGood) break;
}
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed > 0 ? 1 : 0);

function run(step: Step): Promise<number> {
  const [command = "", ...args] = step.command;
  const child = spawn(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1", ...step.env },
  });
  return new Promise((done) => child.once("close", (code) => done(code ?? 1)));
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
