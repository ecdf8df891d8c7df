import { familyOf } from "../catalogue/catalogue";
import { evaluate } from "../engine/evaluate";
import type { Evaluation } from "../engine/schema";
import { answersOfCase } from "./answers-of-case";
import { isOfCoarseFamily, NO_STORE } from "./families";
import type { Case } from "./schema";

export type Miss = { id: string; chosen: string[]; shortlist: string[]; why: string };
export type CaseScores = {
  recallAt3: number;
  recallAt3Fit: number;
  recallWithCompanions: number;
  leaderRight: number;
  meanLength: number;
  scored: number;
  misses: Miss[];
};

type Verdict = {
  record: Case;
  isHit: boolean;
  isHitWithMore: boolean;
  isLeader: boolean;
  length: number;
  shortlist: string[];
  why: string;
};

/** Records that can be scored: not thin, with something chosen, and not only about how many instances run. */
export function scorable(records: readonly Case[]): Case[] {
  return records.filter(
    ({ context_quality, chosen_families }) =>
      context_quality !== "thin" && chosen_families.length > 0 && !chosen_families.every((family) => family === "topology-only"),
  );
}

/**
 * How often what a team chose is on the shortlist that its stated facts lead to. Shares have three digits; no record gives 0.
 * `frame: false` leaves out all that the five questions do not ask.
 * @example scoreCases([]).scored // 0
 */
export function scoreCases(records: readonly Case[], { frame = true }: { frame?: boolean } = {}): CaseScores {
  return summed(scorable(records).map((record) => verdictOf(record, frame)));
}

function verdictOf(record: Case, frame: boolean): Verdict {
  const { withFrame, questions } = answersOfCase(record);
  const evaluation = evaluate({ answers: frame ? withFrame : questions }, { flips: false });
  const shortlist = evaluation.shortlist.map(({ id }) => id);
  const isHit = shortlist.some((id) => isChosen(record, id));
  return {
    record,
    isHit,
    isHitWithMore: isHit || standsBeside(record, evaluation),
    isLeader: shortlist[0] !== undefined && isChosen(record, shortlist[0]),
    length: shortlist.length,
    shortlist,
    why: isHit ? "" : whyMissed(record, evaluation),
  };
}

function isChosen({ chosen_families }: Case, id: string): boolean {
  return chosen_families.some((coarse) => isOfCoarseFamily(id, coarse));
}

/** Second stores, what runs today, and no new database: they stand beside the three. */
function standsBeside(record: Case, { companions, standing }: Evaluation): boolean {
  if (companions.some(({ id }) => isChosen(record, id))) return true;
  return standing.some(
    ({ kind, id }) => (kind === "no_new_database" && record.chosen_families.includes(NO_STORE)) || (id !== null && isChosen(record, id)),
  );
}

/** Where the chosen family is: removed by a rule, filed, outranked, or unknown to the catalogue. */
function whyMissed(record: Case, { candidates }: Evaluation): string {
  if (record.chosen_families.every((family) => family === NO_STORE)) return "no store was chosen";
  const own = candidates.filter(({ id, family }) => isChosen(record, id) && (family === null || familyOf(id) !== null));
  if (own.length === 0) return "the catalogue has no such system";
  const left = own.filter(({ status }) => status === "remaining");
  if (left.length > 0) {
    const best = Math.max(...left.map(({ points }) => points));
    return `outranked: ${left.find(({ points }) => points === best)?.id} has ${best} points`;
  }
  const rules = own.flatMap(({ id, rules: trail }) =>
    trail.filter(({ effect, outcome }) => effect === "ELIM" && outcome === "fires").map((rule) => `${id} by ${rule.id}`),
  );
  return rules.length > 0 ? `removed: ${rules.join(", ")}` : "filed: not a primary store for these answers";
}

function summed(verdicts: readonly Verdict[]): CaseScores {
  const share = (of: readonly Verdict[], is: (verdict: Verdict) => boolean) =>
    rounded(of.length === 0 ? 0 : of.filter(is).length / of.length);
  const fit = verdicts.filter(({ record }) => record.framework_fit === "yes");
  const total = verdicts.reduce((sum, { length }) => sum + length, 0);
  return {
    recallAt3: share(verdicts, ({ isHit }) => isHit),
    recallAt3Fit: share(fit, ({ isHit }) => isHit),
    recallWithCompanions: share(verdicts, ({ isHitWithMore }) => isHitWithMore),
    leaderRight: share(verdicts, ({ isLeader }) => isLeader),
    meanLength: rounded(verdicts.length === 0 ? 0 : total / verdicts.length),
    scored: verdicts.length,
    misses: verdicts
      .filter(({ isHit }) => !isHit)
      .map(({ record, shortlist, why }) => ({ id: record.id, chosen: record.chosen_families, shortlist, why })),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
