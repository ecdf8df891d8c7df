import canonicalize from "canonicalize";
import type { Answers } from "../answers/schema";
import { AppError, type FieldError } from "../errors";
import { sha256Hex } from "../record/sha256";
import { candidatesOf } from "./candidates";
import { type Standing, shortlistWith, withoutServices } from "./changes";
import { companionsOf } from "./companions";
import { findFacts } from "./facts";
import { factsOfCustom, isFamily, NO_FAMILY } from "./facts-of-custom";
import { TOLD_FACTS } from "./facts-told";
import { finalistOf } from "./finalist";
import { flipPairsOf, flipsOf, type Preferred } from "./flips";
import { judgeAll } from "./judge";
import { needOf } from "./need";
import { openAssumptionsOf, questionsOf, standingOf, warningsOf } from "./notes";
import { rank } from "./rank";
import { relaxationsOf } from "./relax";
import { VERSIONS } from "./rules";
import type { Bands, Candidate, CustomSystem, Evaluation, Override } from "./schema";

export type EvaluateInput = {
  answers: Answers;
  /** Ids to choose from; all systems when absent. */
  candidates?: string[];
  custom?: CustomSystem[];
  overrides?: Override[];
  /** Between which numbers the truth may lie, by answer path. Decides who is a near miss, never who is listed. */
  bands?: Bands;
  /** ISO date on which the worksheet is read; without it an end of support always counts as near. */
  today?: string;
};

export type EvaluateOptions = {
  /** Search the single changes that alter the shortlist. Default true; most of the time goes here. */
  flips?: boolean;
  /** Values that members argued for: they come first among the changes that flip the list. */
  preferred?: readonly Preferred[];
};

/**
 * The whole result of the answers: shortlist, every candidate with every rule, warnings, questions and what would change
 * the list. Pure and total: same input, same result and `hash`. Ids that neither the catalogue nor `custom` knows are
 * refused (`invalid_input`). `evaluate({ answers: {} })` eliminates nothing.
 */
export function evaluate(input: EvaluateInput, options: EvaluateOptions = {}): Evaluation {
  const { answers, custom = [], bands = {} } = input;
  refuseUnknownIds(input);
  const today = input.today ?? null;
  const systems = custom.length > 0 ? [...TOLD_FACTS, ...custom.map(factsOfCustom)] : TOLD_FACTS;
  const overrides = new Map((input.overrides ?? []).map((override) => [override.candidate, override]));
  const only = input.candidates && new Set([...input.candidates, ...custom.map((system) => system.id)]);
  const need = needOf(answers, today);
  const judged = judgeAll({ need, systems });
  const ranking = rank({ need, judged, overrides, only });
  const companions = companionsOf({ need, judged, lead: ranking.shortlist[0] });
  const shortlist = ranking.shortlist.map((one) => finalistOf({ need, one, judged, companions }));
  const ids = shortlist.map((finalist) => finalist.id);
  const candidates = candidatesOf({ answers, need, systems, judged, overrides, only, shortlist: ids, bands, today });
  const inPlay = { need, ranking, shortlist, candidates };
  const standing = { answers, today, systems, judged, shortlist: ids, limits: { overrides, only } };
  const flips = options.flips === false ? [] : flipsOf(standing, options.preferred);
  const flipPairs = options.flips === false || flips.length > 0 ? [] : flipPairsOf(standing, candidates, options.preferred);
  const relaxations = ids.length > 0 ? [] : relaxationsOf(standing);
  const audiences = audiencesOf(standing);
  const result = {
    shortlist,
    standing: standingOf(need),
    candidates,
    companions,
    warnings: warningsOf(inPlay),
    questions: questionsOf(inPlay),
    openAssumptions: openAssumptionsOf({ answers, candidates }),
    flips,
    ...(flipPairs.length > 0 && { flipPairs }),
    ...(audiences.length > 0 && { audiences }),
    ...(relaxations.length > 0 && { relaxations }),
    versions: VERSIONS,
  };
  return { ...result, hash: hashOf({ request: input, evaluation: result, versions: VERSIONS }) };
}

const AUDIENCES = ["hosted_by_us", "shipped_to_customers"] as const;

/** F-11: a product for several audiences is decided once for those it is hosted for and once for those who run it. */
function audiencesOf(standing: Standing): NonNullable<Evaluation["audiences"]> {
  if (standing.answers.frame?.distribution !== "several") return [];
  const listFor = (to: string) => [...shortlistWith(withoutServices(standing), [{ field: "frame.distribution", to }])];
  return AUDIENCES.map((distribution) => ({ distribution, shortlist: listFor(distribution) }));
}

type Hashed = { request: EvaluateInput; evaluation: Pick<Evaluation, "shortlist" | "candidates">; versions: Evaluation["versions"] };

/**
 * Lower-case hex SHA-256 of the RFC 8785 form of answers, versions, shortlist and the ids of the rules that fired; `today`
 * is in it where it was given. Other versions than the present ones give the hash as it was under those.
 * @example hashOf({ request: { answers: {} }, evaluation, versions: VERSIONS }) // evaluation.hash
 */
export function hashOf({ request: { answers, today }, evaluation, versions }: Hashed): string {
  const fired = (rules: Candidate["rules"]) => rules.filter((entry) => entry.outcome === "fires").map((entry) => entry.id);
  const trail = evaluation.candidates.map(({ id, rules }) => [id, ...fired(rules)]);
  const shortlist = evaluation.shortlist.map(({ id }) => id);
  return sha256Hex(canonicalize({ answers, today, versions, shortlist, trail }) ?? "");
}

function refuseUnknownIds({ candidates = [], custom = [], overrides = [] }: EvaluateInput): void {
  const own = new Set(custom.map((system) => system.id));
  const isUnknown = (id: string) => !own.has(id) && !findFacts(id);
  const errors: FieldError[] = [
    ...candidates.flatMap((id, i) => (isUnknown(id) ? [{ path: `candidates.${i}`, message: "No such candidate." }] : [])),
    ...overrides.flatMap((o, i) => (isUnknown(o.candidate) ? [{ path: `overrides.${i}.candidate`, message: "No such candidate." }] : [])),
    ...custom.flatMap(({ id }, i) => (findFacts(id) ? [{ path: `custom.${i}.id`, message: "The catalogue already has this id." }] : [])),
    ...custom.flatMap(({ family }, i) => (isFamily(family) ? [] : [{ path: `custom.${i}.family`, message: NO_FAMILY }])),
  ];
  if (errors.length > 0) throw new AppError("invalid_input", "The request names candidates that do not exist.", { errors });
}
