import type { Answers } from "../answers/schema";
import type { AnswerCitation } from "./schema";

type Value = AnswerCitation["value"];

/** The answer at a path such as `scale.y3.writes_s`, or undefined when blank. */
export function answerAt(answers: Answers, path: string): Value | undefined {
  let at: unknown = answers;
  for (const key of path.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at as Value | undefined;
}

/** The answers with one path set; the original stays as it is. `withAnswer({}, "scale.regions", "single")` sets one field. */
export function withAnswer(answers: Answers, path: string, value: unknown): Answers {
  return set(answers as Record<string, unknown>, path.split("."), value) as Answers;
}

function set(group: Record<string, unknown>, [key = "", ...rest]: string[], value: unknown): Record<string, unknown> {
  if (rest.length === 0) return { ...group, [key]: value };
  return { ...group, [key]: set((group[key] ?? {}) as Record<string, unknown>, rest, value) };
}
