import type { Answers } from "../answers/schema";
import { answerAt } from "../engine/answer-path";
import type { Evaluation } from "../engine/schema";
import { type ResultsInput, type WorksheetResults, worksheetResults } from "../worksheet/results";
import type { AnswerView } from "../worksheet/schema";
import { positionsOnActuals } from "./actual-positions";
import { expectedAfter } from "./expected";
import { monthlyGrowth, monthsBetween, monthsUntil } from "./growth";
import { type Actual, METRICS, type Metric, type ReviewResult, type ReviewRow } from "./schema";
import { calibrationOf, verdictOf } from "./verdict";

/** Before this many days after the decision there is nothing to compare. */
const EARLY_DAYS = 60;

export type ReviewSource = Omit<ResultsInput, "today"> & {
  /** Day of the acceptance. */
  since: string;
};

/**
 * A decision held against what came true: each number against the team's path, the engine and the costs run again on the actual
 * numbers with today's catalogue, rules and prices, and how far it is to the next threshold at the growth seen. Nothing of
 * the record changes. Days are ISO days; `on` may not lie before `since`, which callers refuse.
 *
 * @example without actual numbers every row is "unknown" and the list is the same
 */
export function reviewResult(source: ReviewSource, { on, actuals }: { on: string; actuals: readonly Actual[] }): ReviewResult {
  const months = monthsBetween(source.since, on);
  const before = worksheetResults({ ...source, today: source.since });
  const compared = METRICS.flatMap((metric) => rowOf({ source, metric, months, actuals }));
  const teamValue = (field: string) => answerAt(before.answers as Answers, field);
  const after = worksheetResults({
    ...source,
    positions: positionsOnActuals(source.positions, { actuals, rows: compared, teamValue }),
    // Known as their authors know them: a measured load is evidence that an estimate is not.
    answers: [...source.answers, ...actuals.map(answerOf)],
    today: on,
  });
  const rows = compared.map((row) => ({ ...row, thresholds: thresholdsAhead(row, after.evaluation) }));
  return {
    months: Number(months.toFixed(2)),
    isTooEarly: Date.parse(on) - Date.parse(source.since) < EARLY_DAYS * 86_400_000,
    rows,
    calibration: calibrationOf(rows),
    list: listChange(before.evaluation, after.evaluation),
    costs: costChanges(before, after),
    load: loadAhead({ rows, months, results: before }),
    versions: after.evaluation.versions,
  };
}

type RowInput = { source: ReviewSource; metric: Metric; months: number; actuals: readonly Actual[] };
type Compared = Omit<ReviewRow, "thresholds">;

/** No row for what nobody estimated and nobody measured. */
function rowOf({ source, metric, months, actuals }: RowInput): Compared[] {
  const { start, band, range, path } = expectedAfter({ metric, months, answers: source.answers, positions: source.positions });
  const actual = actuals.find((one) => one.metric === metric)?.value ?? null;
  if (band === null && actual === null) return [];
  const growth = actual === null || start === null ? null : monthlyGrowth({ from: start, to: actual, months });
  const ratio = actual !== null && band !== null && band.mid > 0 ? Number((actual / band.mid).toPrecision(9)) : null;
  const row = { metric, start, expected: band, range, actual, ratio, monthlyGrowth: growth, path };
  return [{ ...row, verdict: verdictOf(row) }];
}

/** Values above today's, for whatever year, at which the engine says that the list is another; rising, each once. */
function thresholdsAhead({ metric, actual, monthlyGrowth: growth }: Compared, evaluation: Evaluation): ReviewRow["thresholds"] {
  if (actual === null) return [];
  const values = evaluation.flips.flatMap(({ change }) => {
    const isOurs = change.field.startsWith("scale.") && change.field.endsWith(`.${metric}`);
    return isOurs && typeof change.to === "number" && typeof change.from === "number" && change.to > change.from ? [change.to] : [];
  });
  return [...new Set(values)].sort((a, b) => a - b).map((at) => ({ at, months: monthsUntil(at, { from: actual, growth }) }));
}

function answerOf({ metric, value, basis }: Actual): AnswerView {
  const field = `scale.now.${metric}`;
  return { memberId: "review", field, round: 2, value, unknown: false, basis, reason: null, version: 1, late: false };
}

function listChange(before: Evaluation, after: Evaluation): ReviewResult["list"] {
  const names = ({ shortlist }: Evaluation) => shortlist.map(({ id, name }) => ({ id, name }));
  const isListed = (evaluation: Evaluation, id: string) => evaluation.shortlist.some((one) => one.id === id);
  const moved = after.candidates.flatMap((now) => {
    const then = before.candidates.find(({ id }) => id === now.id);
    const isMove = then !== undefined && (then.status === "eliminated") !== (now.status === "eliminated");
    const isOnList = isListed(before, now.id) !== isListed(after, now.id);
    if (!then || (!isMove && !isOnList)) return [];
    const rule = (now.status === "eliminated" ? now : then).rules.find(({ effect, outcome }) => effect === "ELIM" && outcome === "fires");
    return [{ id: now.id, name: now.name, before: then.status, after: now.status, rule: rule?.id ?? null, text: rule?.text ?? null }];
  });
  const isSame = before.shortlist.map(({ id }) => id).join() === after.shortlist.map(({ id }) => id).join();
  // Those on either list first: they are what the team decided among.
  const weight = ({ id }: { id: string }) => (isListed(before, id) || isListed(after, id) ? 0 : 1);
  return { isSame, before: names(before), after: names(after), moved: moved.toSorted((a, b) => weight(a) - weight(b)) };
}

function costChanges(before: WorksheetResults, after: WorksheetResults): ReviewResult["costs"] {
  const todayOf = (results: WorksheetResults, id: string) =>
    results.costs.reply?.designs.find((design) => (design.design ?? design.id) === id)?.monthly.find(({ scenario }) => scenario === 1);
  const ids = [before, after].flatMap(
    ({ costs }) => costs.reply?.designs.map(({ id, design }) => ({ key: design ?? id, name: costs.names[id] ?? id })) ?? [],
  );
  return ids
    .filter(({ key }, index) => ids.findIndex((other) => other.key === key) === index)
    .map(({ key, name }) => {
      const [then, now] = [todayOf(before, key), todayOf(after, key)];
      return {
        id: key,
        name,
        before: then?.total ?? null,
        after: now?.total ?? null,
        isComplete: (then?.complete ?? false) && (now?.complete ?? false),
      };
    });
}

function loadAhead({
  rows,
  months,
  results,
}: {
  rows: readonly ReviewRow[];
  months: number;
  results: WorksheetResults;
}): ReviewResult["load"] {
  const parts = (["reads_s", "writes_s"] as const).map((metric) => rows.find((row) => row.metric === metric));
  const sum = (key: "actual" | "start") => parts.reduce((total, row) => total + (row?.[key] ?? Number.NaN), 0);
  const actual = sum("actual");
  if (!Number.isFinite(actual) || !results.costs.reply) return null;
  const start = sum("start");
  const growth = Number.isFinite(start) ? monthlyGrowth({ from: start, to: actual, months }) : null;
  const name = (id: string) => results.costs.names[id] ?? id;
  const crossings = results.costs.reply.crossovers.map(({ x, cheaperBefore, cheaperAfter }) => ({
    at: x,
    before: name(cheaperBefore),
    after: name(cheaperAfter),
    months: monthsUntil(x, { from: actual, growth }),
  }));
  return { actual, monthlyGrowth: growth, crossings };
}
