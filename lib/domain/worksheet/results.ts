import type { Answers } from "../answers/schema";
import { familyOf } from "../catalogue/catalogue";
import { answersWithLoad, applySettings } from "../cost-settings/apply-settings";
import type { CostInputs } from "../cost-settings/schema";
import { computeCosts } from "../costs/compute-costs";
import { buildCostRequest, type Spread } from "../costs/from-worksheet";
import type { WorksheetCosts } from "../costs/schema";
import { effectiveAnswers } from "../disagreement/team-answers";
import { evaluate } from "../engine/evaluate";
import type { CustomSystem, EvaluateRequest, Evaluation, Override } from "../engine/schema";
import { teamBands } from "../engine/team-bands";
import type { AnswerView, PositionView } from "./schema";

export type ResultsInput = {
  frame: Answers;
  positions: readonly PositionView[];
  answers: readonly AnswerView[];
  /** ISO date on which the answers are read; only rules about the end of support look at it. */
  today: string;
  /** Prices, assumptions and designs that the team changed on the costs screen. */
  costInputs?: CostInputs;
  /** Candidates that the team added, and those that it put back or aside by hand. */
  custom?: CustomSystem[];
  overrides?: Override[];
};
export type WorksheetResults = {
  answers: Answers;
  /** What the engine was asked, so that anybody can ask it again. */
  request: EvaluateRequest;
  evaluation: Evaluation;
  costs: WorksheetCosts;
};

/**
 * The answers the engine reads and the shortlist they lead to, with every reason. Without the costs, which take many times
 * as long and which nobody who asks for the list alone wants. Blank answers eliminate nothing.
 */
export function worksheetShortlist(input: ResultsInput): Omit<WorksheetResults, "costs"> {
  const answers = effectiveAnswers({ ...input, familyOf });
  const { today, custom = [], overrides = [] } = input;
  const bands = teamBands(input);
  const request = {
    answers,
    today,
    ...(custom.length > 0 && { custom }),
    ...(overrides.length > 0 && { overrides }),
    ...(Object.keys(bands).length > 0 && { bands }),
  };
  return { answers, request, evaluation: evaluate(request, { preferred: arguedFor(input.answers) }) };
}

/**
 * What a worksheet leads to: the answers the engine reads, the shortlist with every reason, and the finalists' costs.
 * Pure, so the server, the preview and the record give the same. A worksheet without answers gives a shortlist in which
 * nothing was eliminated by a blank, and costs without a request.
 */
export function worksheetResults(input: ResultsInput): WorksheetResults {
  const { answers, request, evaluation } = worksheetShortlist(input);
  const { today } = input;
  const shortlist = evaluation.shortlist.map(({ id, hosting }) => ({ id, hosting }));
  const changed = input.costInputs ?? { overrides: [], settings: [] };
  const asked = answersWithLoad(answers, changed.settings);
  const ours = buildCostRequest({ answers: asked, shortlist, clouds: answers.ops?.clouds ?? [], spread: spreadOf(input.answers), today });
  const sheet = applySettings(ours, { ...changed, today, answers: asked });
  return { answers, request, evaluation, costs: { ...sheet, reply: sheet.request ? computeCosts(sheet.request) : null } };
}

/** Values that a member actually gave, so that what would change the list speaks of them first. */
function arguedFor(answers: readonly AnswerView[]) {
  return answers.flatMap(({ field, value }) => (value === null ? [] : [{ field, value }]));
}

/** Lowest and highest peak requests per second (reads and writes together) that any member expects, per year. */
function spreadOf(answers: readonly AnswerView[]): Spread {
  return { ...yearSpread(answers, "y1"), ...yearSpread(answers, "y3") };
}

function yearSpread(answers: readonly AnswerView[], year: "y1" | "y3"): Spread {
  const peaks = new Map<string, number>();
  for (const { memberId, field, value, round } of answers) {
    const isRate = field === `scale.${year}.reads_s` || field === `scale.${year}.writes_s`;
    const isLatest = !answers.some((other) => other.memberId === memberId && other.field === field && other.round > round);
    if (isRate && isLatest && typeof value === "number") peaks.set(memberId, (peaks.get(memberId) ?? 0) + value);
  }
  const values = [...peaks.values()];
  return values.length > 0 ? { [year]: { low: Math.min(...values), high: Math.max(...values) } } : {};
}
