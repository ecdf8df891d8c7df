import type { Answers } from "../answers/schema";
import type { AnswerCitation } from "./schema";

type Value = AnswerCitation["value"];

const keysOf = new Map<string, readonly string[]>();

/** The answer at a path such as `scale.y3.writes_s`, or undefined when blank. */
export function answerAt(answers: Answers, path: string): Value | undefined {
  let at: unknown = answers;
  for (const key of splitOnce(path)) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at as Value | undefined;
}

/** The answers with one path set; the original stays as it is. `withAnswer({}, "scale.regions", "single")` sets one field. */
export function withAnswer(answers: Answers, path: string, value: unknown): Answers {
  return set(answers as Record<string, unknown>, path.split("."), value) as Answers;
}

/** Paths are few and asked for thousands of times a search. */
function splitOnce(path: string): readonly string[] {
  const known = keysOf.get(path);
  if (known) return known;
  const keys = path.split(".");
  keysOf.set(path, keys);
  return keys;
}

function set(group: Record<string, unknown>, [key = "", ...rest]: string[], value: unknown): Record<string, unknown> {
  if (rest.length === 0) return { ...group, [key]: value };
  return { ...group, [key]: set((group[key] ?? {}) as Record<string, unknown>, rest, value) };
}
