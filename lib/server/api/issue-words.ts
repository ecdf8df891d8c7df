import "server-only";
import type { ZodError } from "zod";

type Issue = ZodError["issues"][number];

/** What is wrong in words for whoever sent it; a sentence that a schema wrote itself stays as it is. */
export function issueWords(issue: Issue): string {
  if (!/^(?:Invalid input|Too small|Too big)/u.test(issue.message)) return issue.message;
  if (issue.code === "invalid_type") return typeWords(issue.expected, issue.message);
  if (issue.code === "too_small") return limitWords(issue.origin, issue.inclusive === false ? "above" : "at least", issue.minimum);
  if (issue.code === "too_big") return limitWords(issue.origin, issue.inclusive === false ? "below" : "at most", issue.maximum);
  return issue.message;
}

const KINDS: Record<string, string> = {
  number: "a number",
  int: "a whole number",
  string: "text",
  boolean: "true or false",
  object: "an object",
  array: "a list",
};

function typeWords(expected: string, message: string): string {
  const kind = KINDS[expected];
  if (kind === undefined) return message;
  return message.endsWith("received undefined") ? `This is missing: ${kind}.` : `This must be ${kind}.`;
}

const COUNTED: Record<string, string> = { string: "characters", array: "entries" };

function limitWords(origin: string, side: string, limit: number | bigint): string {
  const amount = limit.toLocaleString("en");
  const counted = COUNTED[origin];
  return counted === undefined ? `This must be ${side} ${amount}.` : `This must have ${side} ${amount} ${counted}.`;
}
