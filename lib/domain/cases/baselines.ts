import type { Case } from "./schema";
import { type CaseScores, scorable, scoreCases } from "./score";

/** What a simpler tool would reach. `null` where it has no such thing. */
export type Baseline = {
  name: "engine" | "five_questions" | "best_fixed_three" | "always_postgres";
  /** The fixed list, first name first; empty for the engine. */
  list: string[];
  recallAt3: number;
  recallAt3Fit: number;
  recallWithCompanions: number | null;
  leaderRight: number;
  meanLength: number;
};

/** The engine beside the simpler tools, on the same records, best first as a reader expects: the engine stands on top. */
export function compareBaselines(records: readonly Case[], engine: CaseScores): Baseline[] {
  const three = bestThree(records);
  return [
    { name: "engine", list: [], ...sharesOf(engine) },
    { name: "five_questions", list: [], ...sharesOf(scoreCases(records, { frame: false })) },
    { name: "best_fixed_three", list: three, ...fixed(records, three) },
    { name: "always_postgres", list: ["postgres"], ...fixed(records, ["postgres"]) },
  ];
}

function sharesOf({ recallAt3, recallAt3Fit, recallWithCompanions, leaderRight, meanLength }: CaseScores) {
  return { recallAt3, recallAt3Fit, recallWithCompanions, leaderRight, meanLength };
}

/** The three families that hit most records; picked with hindsight, so the bar is as high as a fixed list can set it. */
function bestThree(records: readonly Case[]): string[] {
  const scored = scorable(records);
  const families = [...new Set(scored.flatMap(({ chosen_families }) => chosen_families))].sort();
  let best: string[] = [];
  let most = 0;
  for (const [i, a] of families.entries()) {
    for (const [j, b] of families.slice(i + 1).entries()) {
      for (const c of families.slice(i + j + 2)) {
        const hits = hitsOf(scored, [a, b, c]);
        if (hits > most) [best, most] = [[a, b, c], hits];
      }
    }
  }
  return best.toSorted((a, b) => hitsOf(scored, [b]) - hitsOf(scored, [a]));
}

function fixed(records: readonly Case[], list: string[]) {
  const scored = scorable(records);
  const fit = scored.filter(({ framework_fit }) => framework_fit === "yes");
  return {
    recallAt3: share(hitsOf(scored, list), scored.length),
    recallAt3Fit: share(hitsOf(fit, list), fit.length),
    recallWithCompanions: null,
    leaderRight: share(hitsOf(scored, list.slice(0, 1)), scored.length),
    meanLength: list.length,
  };
}

function hitsOf(records: readonly Case[], families: readonly string[]): number {
  return records.filter(({ chosen_families }) => chosen_families.some((family) => families.includes(family))).length;
}

function share(n: number, of: number): number {
  return of === 0 ? 0 : Math.round((n / of) * 1_000) / 1_000;
}
