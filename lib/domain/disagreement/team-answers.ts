import { FIELDS, type FieldDef, findField, nestAnswers, valueSchemaOf } from "../answers/fields";
import { type Answers, answersSchema } from "../answers/schema";
import type { AnswerView, PositionView } from "../worksheet/schema";
import { answersThatCount, type GivenAnswer } from "./given-answers";
import { proposePosition } from "./proposal";

export type TeamAnswerSource = "frame" | "position" | "proposal" | "derived";
export type TeamAnswer = { value: unknown; from: TeamAnswerSource };

type TeamInput = {
  frame: Answers;
  positions: readonly PositionView[];
  answers: readonly AnswerView[];
  /** Reads an experience key as its engine family. Left out, keys are taken as they are. */
  familyOf?: (key: string) => string | null;
};

/**
 * The answers that the engine reads: the frame and the recorded positions, else what the team's answers propose, else
 * nothing. A position without a value says that the team does not know. `scale.evidence` is derived, never asked.
 * Values that today's schema cannot read are left out. Example: no frame, positions or answers give `{}`.
 */
export function effectiveAnswers(input: TeamInput): Answers {
  const flat = Object.entries(teamAnswers(input)).map(([path, answer]) => [path, answer.value]);
  return answersSchema.parse(nestAnswers(Object.fromEntries(flat)));
}

/**
 * The same answers by path, each with where it comes from, so that a screen can say "proposed" or "recorded".
 * Example: the position 200 on `scale.y3.writes_s` gives `{"scale.y3.writes_s": { value: 200, from: "position" }, ...}`.
 */
export function teamAnswers(input: TeamInput): Record<string, TeamAnswer> {
  const team: Record<string, TeamAnswer> = {};
  for (const [path, value] of Object.entries(flatten(input.frame))) team[path] = { value, from: "frame" };
  for (const field of FIELDS) {
    if (field.question === null) continue;
    const proposed = proposePosition({ field, answers: mergedByFamily(field, input) }).value;
    if (team[field.path] === undefined && canStand(field.path, proposed)) team[field.path] = { value: proposed, from: "proposal" };
  }
  for (const { field, value } of input.positions) {
    if (value === null) delete team[field];
    else if (canStand(field, value)) team[field] = { value, from: "position" };
  }
  const evidence = evidenceOf(input, team);
  delete team["scale.evidence"];
  if (evidence) team["scale.evidence"] = { value: evidence, from: "derived" };
  return team;
}

function canStand(path: string, value: unknown): boolean {
  return value !== null && valueSchemaOf(path)?.safeParse(value).success === true;
}

function mergedByFamily(field: FieldDef, { answers, familyOf }: TeamInput): GivenAnswer[] {
  const given = answersThatCount(answers, field.path);
  if (field.type !== "experience" || !familyOf) return given;
  // One entry per key, so that two systems of one family cannot hide the better level of the two.
  return given.flatMap((answer) => {
    if (answer.unknown || typeof answer.value !== "object" || answer.value === null) return [];
    return Object.entries(answer.value).map(([key, level]) => ({ ...answer, value: { [familyOf(key) ?? key]: level } }));
  });
}

function evidenceOf(input: TeamInput, team: Record<string, TeamAnswer>): "production" | "benchmark" | "estimate" | null {
  const isMeasured = ["scale.now.reads_s", "scale.now.writes_s"].some(
    (path) => team[path] && answersThatCount(input.answers, path).some((answer) => !answer.unknown && answer.basis === "measured"),
  );
  if (isMeasured) return "production";
  if (team["process.benchmark"]?.value === "own_data") return "benchmark";
  const hasNumber = Object.keys(team).some((path) => path.startsWith("scale.") && findField(path)?.type === "number");
  return hasNumber ? "estimate" : null;
}

/** Answer paths of nested answers; lists and the experience map are values, and lists of records are left whole. */
function flatten(nested: Record<string, unknown>, prefix = ""): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(nested)) {
    const path = `${prefix}${key}`;
    if (value === undefined || value === null) continue;
    if (valueSchemaOf(path) || typeof value !== "object") flat[path] = value;
    else Object.assign(flat, flatten(value as Record<string, unknown>, `${path}.`));
  }
  return flat;
}
