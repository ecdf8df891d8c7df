import type { Answers } from "../answers/schema";
import { AppError } from "../errors";
import type { MessageRef } from "../messages/message-ref";
import { canonicalise } from "../record/canonicalise";
import type { RecordCandidate, RecordEvaluation, RecordRule } from "../record/evaluation-schema";
import { recordEvaluation } from "../record/record-evaluation";
import { answerAt } from "./answer-path";
import { evaluate, hashOf } from "./evaluate";
import { RULES, VERSIONS } from "./rules";
import { type EvaluateRequest, type Evaluation, evaluateRequestSchema } from "./schema";

type Versions = Evaluation["versions"];

/** What a record keeps of its elimination; a whole decision record fits. */
export type Trail = { evaluation: RecordEvaluation; versions: Versions };

/** One place where the recorded trail and the one of today differ; `null` where one of them has nothing. */
export type Difference = {
  /** A changed answer, a changed fact, a rule that speaks otherwise, or the result that follows from them. */
  what: "answer" | "fact" | "rule" | "result";
  candidate: string | null;
  rule: string | null;
  was: unknown;
  is: unknown;
};

export type VersionChange = { of: keyof Versions; was: string; is: string; text: MessageRef };

/** `versions` names what changed since: a record decided with older data may differ and still be true to its day. */
export type Replay = { ok: true; versions: VersionChange[] } | { ok: false; differences: Difference[]; versions: VersionChange[] };

/**
 * Evaluates the request of a record again and compares, byte for byte in canonical JSON, with what the record holds.
 * Differences come in the order answers, facts, rules, results. A request that can no longer be read is one difference.
 * @example replay(exported.record) // { ok: true, versions: [] }
 */
export function replay({ evaluation: was, versions }: Trail): Replay {
  const changes = versionChanges(versions);
  const request = evaluateRequestSchema.safeParse(was.request);
  const again = request.success ? evaluatedAgain(request.data, was.thresholds !== undefined) : null;
  if (!request.success || !again) {
    return { ok: false, differences: [{ what: "result", candidate: null, rule: null, was: was.request, is: null }], versions: changes };
  }
  const hash = hashOf({ request: request.data, evaluation: again, versions: pick(versions) });
  const found = { ...recordEvaluation({ request: request.data, evaluation: again, survival: was.survival }), request: was.request, hash };
  const is = withThresholdsOf(was, found);
  if (canonicalise(was) === canonicalise(is)) return { ok: true, versions: changes };
  return { ok: false, differences: inOrder(differencesOf({ was, is, answers: request.data.answers })), versions: changes };
}

function evaluatedAgain(request: EvaluateRequest, flips: boolean): Evaluation | null {
  try {
    return evaluate(request, { flips });
  } catch (error) {
    // A candidate that today's catalogue no longer knows is a difference, not a fault.
    if (error instanceof AppError && error.code === "invalid_input") return null;
    throw error;
  }
}

/**
 * The thresholds of the record where it names at least those found again: it also holds numbers that members argued for, which
 * no request tells. A record without any was made before they were kept, or has none.
 */
function withThresholdsOf({ thresholds }: RecordEvaluation, found: RecordEvaluation): RecordEvaluation {
  const { thresholds: again = [], ...rest } = found;
  if (thresholds === undefined) return rest;
  const isKept = again.every(({ field, at }) => thresholds.some((one) => one.field === field && one.at === at));
  return { ...rest, thresholds: isKept ? thresholds : again };
}

const PARTS = ["catalogue", "rules", "engine"] as const;

function versionChanges(was: Versions): VersionChange[] {
  return PARTS.filter((of) => was[of] !== VERSIONS[of]).map((of) => ({
    of,
    was: was[of],
    is: VERSIONS[of],
    text: { id: "rules.replay.text", params: { of, was: was[of], is: VERSIONS[of] } },
  }));
}

/** A record's versions name more than the engine's own three. */
function pick({ catalogue, rules, engine }: Versions): Versions {
  return { catalogue, rules, engine };
}

const ORDER = ["answer", "fact", "rule", "result"] as const;

function inOrder(found: readonly Difference[]): Difference[] {
  return ORDER.flatMap((what) => found.filter((difference) => difference.what === what));
}

type Pair = { was: RecordEvaluation; is: RecordEvaluation; answers: Answers };

function differencesOf({ was, is, answers }: Pair): Difference[] {
  const ids = [...new Set([...was.candidates, ...is.candidates].map(({ id }) => id))];
  const candidates = ids.flatMap((id) => {
    const before = was.candidates.find((one) => one.id === id);
    const after = is.candidates.find((one) => one.id === id);
    return candidateDifferences({ id, before, after, answers });
  });
  const whole = (["shortlist", "warnings", "openAssumptions", "thresholds", "hash"] as const).flatMap((part) =>
    unlessSame({ what: "result", candidate: null, rule: null, was: was[part] ?? null, is: is[part] ?? null }),
  );
  const order = { was: was.candidates.map(({ id }) => id), is: is.candidates.map(({ id }) => id) };
  return [...candidates, ...whole, ...unlessSame({ what: "result", candidate: null, rule: null, ...order })];
}

type Sides = { id: string; before: RecordCandidate | undefined; after: RecordCandidate | undefined; answers: Answers };

function candidateDifferences({ id, before, after, answers }: Sides): Difference[] {
  const ruleIds = [...new Set([...(before?.rules ?? []), ...(after?.rules ?? [])].map((rule) => rule.id))];
  const rules = ruleIds.flatMap((rule) => {
    const was = before?.rules.find((entry) => entry.id === rule) ?? null;
    const is = after?.rules.find((entry) => entry.id === rule) ?? null;
    return unlessSame({ what: kindOf({ was, is, answers }), candidate: id, rule, was, is });
  });
  return [...rules, ...unlessSame({ what: "result", candidate: id, rule: null, was: headOf(before), is: headOf(after) })];
}

/** An answer is to blame where the cited one is not the one asked with; else a fact, where both name one and they differ. */
function kindOf({ was, is, answers }: { was: RecordRule | null; is: RecordRule | null; answers: Answers }): Difference["what"] {
  const cited = was?.answers ?? [];
  if (cited.some(({ path, value }) => !isSame(value, answerAt(answers, path) ?? null))) return "answer";
  const reads = readsOf.get(is?.id ?? "") ?? [];
  const isCited = (path: string) => cited.some((citation) => citation.path === path);
  if (was?.outcome === "fires" && reads.some((path) => answerAt(answers, path) !== undefined && !isCited(path))) return "answer";
  if (was?.fact && is?.fact && !isSame(was.fact, is.fact)) return "fact";
  return "rule";
}

const readsOf = new Map(RULES.map((rule) => [rule.id, rule.reads]));

function headOf(candidate: RecordCandidate | undefined) {
  if (!candidate) return null;
  const { rules: _rules, ...head } = candidate;
  return { ...head, rules: candidate.rules.map(({ id }) => id) };
}

function unlessSame(difference: Difference): Difference[] {
  return isSame(difference.was, difference.is) ? [] : [difference];
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalise(a) === canonicalise(b);
}
