import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Answers } from "@/lib/domain/answers/schema";
import { effectiveAnswers } from "@/lib/domain/disagreement/team-answers";
import { withAnswer } from "@/lib/domain/engine/answer-path";
import { decide } from "@/lib/domain/engine/decide";
import { evaluate } from "@/lib/domain/engine/evaluate";
import { CATALOGUE_FACTS, type Facts, familyOf } from "@/lib/domain/engine/facts";
import { quickImpact, worksheetImpact } from "@/lib/domain/impact/worksheet-impact";
import type { AnswerView } from "@/lib/domain/worksheet/schema";
import { atMost, plain, type Row } from "./row";
import { quantile, timed } from "./samples";
import { aDifferingTeam } from "./team";

const MEMBERS = [2, 5, 10, 20, 40];
const SYSTEMS = [87, 250, 500, 1_000];
/** Time may grow as fast as the input, and a little more for what the clock does not see. */
const LINEAR = 1.3;

/** What a revealed team waits for, how that grows, and what its browsers load. */
export async function measureTeam(answers: Answers): Promise<Row[]> {
  const team = aDifferingTeam({ members: 8, fields: 20 });
  const whatIf = await median(() => decide(withAnswer(answers, "workload.primary", "document")), 200);
  return [
    atMost("What-if, one changed answer to the list, median", { value: whatIf, unit: "ms", limit: 50 }),
    atMost("List, first impact and flips, 8 members, 20 fields", { value: await median(() => first(team), 5), unit: "ms", limit: 200 }),
    atMost("Total impact and stability, same team", { value: await median(() => impact(team), 3), unit: "ms", limit: 2_000 }),
    atMost("Rules and facts in the browser, gzip", { value: await browserKb(), unit: "kB", limit: 40 }),
    ...(await growthInMembers()),
    ...(await growthInSystems(answers)),
  ];
}

function first(answers: readonly AnswerView[]) {
  const base = effectiveAnswers({ frame: {}, positions: [], answers, familyOf });
  const preferred = answers.flatMap(({ field, value }) => (value === null ? [] : [{ field, value }]));
  return [evaluate({ answers: base }, { preferred }), quickImpact({ frame: {}, positions: [], answers, seed: "bench" })];
}

function impact(answers: readonly AnswerView[]) {
  return worksheetImpact({ frame: {}, positions: [], answers, seed: "bench" });
}

async function growthInMembers(): Promise<Row[]> {
  const times: number[] = [];
  for (const members of MEMBERS) times.push(await fastest(() => impact(aDifferingTeam({ members, fields: 12 })), 4));
  const rows = MEMBERS.map((members, i) => plain(`Impact of 12 fields, ${members} members`, times[i] ?? 0, "ms"));
  // Two people have so few combinations that all are tried in no time; from ten on the sample is full, and it is capped.
  return [...rows, growth("Growth from 10 to 40 members, against linear", { times: times.slice(2), sizes: MEMBERS.slice(2) })];
}

async function growthInSystems(answers: Answers): Promise<Row[]> {
  const times: number[] = [];
  for (const size of SYSTEMS) {
    const systems = someSystems(size);
    times.push(await fastest(() => decide(answers, { systems }), 60));
  }
  const rows = SYSTEMS.map((size, i) => plain(`Deciding among ${size} systems`, times[i] ?? 0, "ms"));
  return [...rows, growth("Growth from 87 to 1,000 systems, against linear", { times, sizes: SYSTEMS })];
}

/** The catalogue, and beyond it the same systems again under names of their own. */
function someSystems(size: number): Facts[] {
  return Array.from({ length: size }, (_, i) => {
    const facts = CATALOGUE_FACTS[i % CATALOGUE_FACTS.length] as Facts;
    const copy = Math.floor(i / CATALOGUE_FACTS.length);
    return copy === 0 ? facts : { ...facts, id: `${facts.id}-${copy}`, family: `${facts.family}-${copy}` };
  });
}

function growth(name: string, { times, sizes }: { times: readonly number[]; sizes: readonly number[] }): Row {
  const ratio = (values: readonly number[]) => (values.at(-1) ?? 0) / (values[0] || 1);
  return atMost(name, { value: ratio(times) / ratio(sizes), unit: "times", limit: LINEAR });
}

async function browserKb(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: ["lib/domain/engine/decide.ts"],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length / 1_000;
}

/** How a cost grows is seen best where nothing else ran in between. */
async function fastest(work: () => unknown, times: number): Promise<number> {
  return quantile(await timed(work, { times, warm: 2, seconds: 20 }), 0);
}

async function median(work: () => unknown, times: number): Promise<number> {
  return quantile(await timed(work, { times, warm: Math.min(3, times), seconds: 20 }), 0.5);
}
