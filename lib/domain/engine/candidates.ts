import type { Answers } from "../answers/schema";
import { answerAt } from "./answer-path";
import { comeBackFinder } from "./comes-back";
import type { Facts } from "./facts";
import { isAsked, type Judged } from "./judge";
import type { Need } from "./need";
import { hasPrimaryRole, type Overrides } from "./rank";
import { type Bands, type Candidate, type CandidateStatus, type Step, stepSchema } from "./schema";
import { trailTeller } from "./trail";

type Input = {
  answers: Answers;
  need: Need;
  systems: readonly Facts[];
  judged: ReadonlyMap<string, Judged>;
  overrides: Overrides;
  only: ReadonlySet<string> | undefined;
  shortlist: readonly string[];
  bands: Bands;
  today: string | null;
};

/** Every candidate with its status, the step at which it left, its trail, and what would bring it back. */
export function candidatesOf(input: Input): Candidate[] {
  const { answers, need, systems, judged, overrides, only, today } = input;
  const comesBackIf = comeBackFinder(answers, today);
  const trailOf = trailTeller(answers, need);
  return systems
    .filter(({ id }) => !only || only.has(id))
    .flatMap(({ id }) => judged.get(id) ?? [])
    .map((one) => {
      const { facts } = one;
      const override = overrides.get(facts.id);
      const status = statusOf(input, one);
      const isOut = status === "eliminated" || status === "near-miss";
      const ways = isOut && override?.action !== "exclude" ? comesBackIf(one) : { single: [], both: [], several: [] };
      return {
        id: facts.id,
        name: facts.name,
        family: facts.hosts.length > 0 ? null : facts.family,
        status,
        leftAt: isOut ? firstStep(one) : null,
        points: one.points,
        override: override ? { action: override.action, reason: override.reason } : null,
        rules: trailOf(one),
        ...(status === "near-miss" && { missedBy: missOf(input, one) ?? undefined }),
        comesBackIf: ways.single,
        ...(ways.both.length > 0 && { comesBackIfBoth: ways.both }),
        ...(ways.several.length > 0 && { comesBackIfAll: ways.several }),
      };
    });
}

function statusOf(input: Input, one: Judged): CandidateStatus {
  const { need, overrides, shortlist } = input;
  const { facts, eliminatedBy } = one;
  if (shortlist.includes(facts.id)) return "shortlisted";
  const action = overrides.get(facts.id)?.action;
  if (action === "exclude") return "eliminated";
  if (eliminatedBy.length > 0 && action !== "restore") return missOf(input, one) ? "near-miss" : "eliminated";
  if (facts.hosts.length > 0 && facts.isChoice && facts.kind !== "tool") return "hosting";
  if (facts.kind === "extension" && !isAsked(need, facts)) return "filed";
  return hasPrimaryRole(need, facts) ? "remaining" : "filed";
}

const STEPS = stepSchema.options;

function firstStep({ eliminatedBy }: Judged): Step | null {
  return STEPS.find((step) => eliminatedBy.some((rule) => rule.step === step)) ?? null;
}

/**
 * Fails one rule only, by a number whose threshold lies inside the band of the members' estimates or within twice the answer
 * either way: that number, else null.
 */
function missOf({ answers, bands }: Pick<Input, "answers" | "bands">, { facts, eliminatedBy }: Judged): Candidate["missedBy"] | null {
  const [rule, ...others] = eliminatedBy;
  if (!rule || others.length > 0) return null;
  for (const { path, at } of rule.thresholds?.(facts) ?? []) {
    const value = answerAt(answers, path);
    if (at === null || at <= 0 || typeof value !== "number" || value <= 0) continue;
    const factor = Math.max(value / at, at / value);
    const band = bands[path];
    const isInside = band !== undefined && band.low <= at && at <= band.high;
    if (isInside || factor <= 2) return { rule: rule.id, field: path, answer: value, threshold: at, factor, ...(isInside && { band }) };
  }
  return null;
}
