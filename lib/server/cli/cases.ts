import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Baseline, compareBaselines } from "../../domain/cases/baselines";
import { casesFileSchema } from "../../domain/cases/schema";
import { type CaseScores, scoreCases } from "../../domain/cases/score";

/**
 * `npm run cases`: how often the engine names what real teams chose, from what their records state. `--file FILE` reads
 * another file of the same schema, `--json` prints the scores alone. docs/cases.md says how a record becomes answers.
 */
const OWN = "lib/domain/cases/data/decisions.json";
const TARGETS: Record<string, (value: number) => boolean> = {
  recallAt3: (value) => value >= 0.85,
  recallAt3Fit: (value) => value >= 0.95,
  recallWithCompanions: (value) => value >= 0.9,
  leaderRight: (value) => value >= 0.65,
  meanLength: (value) => value <= 2.8,
};
const COLUMNS = ["recallAt3", "recallAt3Fit", "recallWithCompanions", "leaderRight", "meanLength"] as const;
const NAMES: Record<Baseline["name"], string> = {
  engine: "this engine",
  five_questions: "the five questions without the frame",
  best_fixed_three: "best fixed three",
  always_postgres: "always Postgres",
};
const say = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({ options: { file: { type: "string", default: OWN }, json: { type: "boolean", default: false } } });
const read = casesFileSchema.safeParse(readJson(values.file));
if (read.success) {
  const { records } = read.data;
  const scores = scoreCases(records);
  if (values.json) say(JSON.stringify(scores, null, 2));
  else report(scores, compareBaselines(records, scores));
} else {
  process.stderr.write(`${values.file} is not a file of decisions.\n${z.prettifyError(read.error)}\n`);
  process.exitCode = 1;
}

function report({ misses, scored, ...scores }: CaseScores, rows: Baseline[]) {
  const width = Math.max(...rows.map(nameOf).map((name) => name.length));
  say(`${"".padEnd(width)}  ${COLUMNS.join("  ")}`);
  for (const row of rows)
    say(`${nameOf(row).padEnd(width)}  ${COLUMNS.map((column) => cell(row[column]).padStart(column.length)).join("  ")}`);
  say(`\n${scored} records are scored: not thin, with something chosen, not only about how many instances run.`);
  for (const { id, chosen, shortlist, why } of misses)
    say(`missed ${id}: chose ${chosen.join(", ")}; listed ${shortlist.join(", ")}; ${why}`);
  if (values.file !== OWN) return;
  const below = COLUMNS.filter((column) => !TARGETS[column]?.(scores[column]));
  if (below.length === 0) return;
  say(`\nBelow the target: ${below.join(", ")}.`);
  process.exitCode = 1;
}

function nameOf({ name, list }: Baseline): string {
  return list.length > 1 ? `${NAMES[name]} (${list.join(", ")})` : NAMES[name];
}

function cell(value: number | null): string {
  return value === null ? "-" : String(value);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    process.stderr.write(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return process.exit(1);
  }
}
