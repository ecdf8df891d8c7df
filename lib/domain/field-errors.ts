import type { ZodError } from "zod";
import type { FieldError } from "./errors";

type Issue = ZodError["issues"][number];

/**
 * What is wrong with each field in words for whoever sent it, with its path below `above`; nothing without an error. A sentence
 * that a schema wrote itself stays as it is.
 * @example fieldErrors(z.object({ load: z.number() }).safeParse({ load: "800" }).error) // [{ path: "load", message: "This must be a number." }]
 */
export function fieldErrors(error: Pick<ZodError, "issues"> | undefined, above: readonly PropertyKey[] = []): FieldError[] {
  return (error?.issues ?? []).flatMap((issue) => refusalsIn(issue, above));
}

/** Where something may have one of several forms, the form that fits best speaks, not the fact that none fits. */
function refusalsIn(issue: Issue, above: readonly PropertyKey[]): FieldError[] {
  const at = [...above, ...issue.path];
  const path = at.map(String).join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: path === "" ? key : `${path}.${key}`, message: "There is no such field." }));
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const strangers = (form: readonly Issue[]) => form.filter(({ code }) => code === "unrecognized_keys").length * 100 + form.length;
    const [best] = issue.errors.toSorted((a, b) => strangers(a) - strangers(b));
    if (best && best.length > 0 && !best.some((inner) => inner.code === "unrecognized_keys"))
      return best.flatMap((inner) => refusalsIn(inner, at));
  }
  return [{ path, message: wordsOf(issue) }];
}

function wordsOf(issue: Issue): string {
  if (!/^(?:Invalid|Too small|Too big)/u.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return typeWords(issue.expected, issue.message);
    case "too_small":
      return limitWords(issue.origin, issue.inclusive === false ? "above" : "at least", issue.minimum);
    case "too_big":
      return limitWords(issue.origin, issue.inclusive === false ? "below" : "at most", issue.maximum);
    case "invalid_value":
      return optionWords(issue.values);
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? optionWords(issue.options)
        : "This has none of the forms that it may have.";
    case "invalid_format":
      return FORMATS[issue.format] === undefined ? issue.message : `This must be ${FORMATS[issue.format]}.`;
    default:
      return issue.message;
  }
}

const KINDS: Record<string, string> = {
  number: "a number",
  int: "a whole number",
  string: "text",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};

function typeWords(expected: string, message: string): string {
  const kind = KINDS[expected];
  if (kind === undefined) return message;
  return message.endsWith("received undefined") ? `This is missing: ${kind}.` : `This must be ${kind}.`;
}

function optionWords(options: readonly unknown[]): string {
  const words = options.map(String).join(", ");
  return options.length === 1 ? `This must be ${words}.` : `This must be one of: ${words}.`;
}

const FORMATS: Record<string, string> = {
  uuid: "a UUID",
  date: "a day such as 2026-11-20",
  datetime: "a time such as 2026-11-20T09:00:00Z",
  email: "an e-mail address",
  url: "a web address",
  base64: "base64",
};

const COUNTED: Record<string, [one: string, many: string]> = { string: ["character", "characters"], array: ["entry", "entries"] };

function limitWords(origin: string, side: string, limit: number | bigint): string {
  const amount = limit.toLocaleString("en");
  const counted = COUNTED[origin];
  if (counted === undefined) return `This must be ${side} ${amount}.`;
  return `This must have ${side} ${amount} ${Number(limit) === 1 ? counted[0] : counted[1]}.`;
}
