import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const here = new URL(".", import.meta.url);

describe("the examples of the doc comments", () => {
  it("give the result that stands beside them", async () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const file of files()) {
      const examples = examplesIn(readFileSync(new URL(file, here), "utf8"));
      if (examples.length === 0) continue;
      const scope: Record<string, unknown> = await import(new URL(file, here).pathname);
      for (const { call, result, wanted } of examples) {
        const given = evaluated(call, scope);
        if (given === undefined) continue;
        checked += 1;
        if (!isLike(given.value, wanted)) wrong.push(`${file}: ${call} gives ${JSON.stringify(given.value)}, not ${result}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(200);
  });
});

function files(): string[] {
  return readdirSync(here, { recursive: true, encoding: "utf8" }).filter((file) => /(?<!\.test|\.d)\.ts$/u.test(file));
}

type Example = { call: string; result: string; wanted: unknown };

/** `@example call // result`, with the result on the same line or on the next; those whose result is told in words are left out. */
function examplesIn(source: string): Example[] {
  return [...source.matchAll(/@example (.+?)(?:\n \*)? \/\/ (.+)/gu)].flatMap(([, call = "", written = ""]) => {
    const result = written.replace(/ \*\/$/u, "");
    const wanted = evaluated(result, {});
    return wanted === undefined ? [] : [{ call, result, wanted: wanted.value }];
  });
}

/** The value of an expression; undefined where it is none, or speaks of something that it does not spell out. */
function evaluated(code: string, scope: Record<string, unknown>): { value: unknown } | undefined {
  try {
    const { value } = new Function(...Object.keys(scope), `"use strict"; return { value: (${code}\n) }`)(...Object.values(scope));
    return value instanceof Promise ? undefined : { value };
  } catch {
    return undefined;
  }
}

/** Numbers are told to six digits, and what a text leaves out as "…". */
function isLike(given: unknown, wanted: unknown): boolean {
  if (typeof given === "number" && typeof wanted === "number")
    return Object.is(given, wanted) || Math.abs(given - wanted) <= 1e-6 * Math.abs(wanted);
  if (typeof given === "string" && typeof wanted === "string")
    return given === wanted || (wanted.includes("…") && holds(given, wanted.split("…")));
  if (typeof given !== "object" || typeof wanted !== "object" || given === null || wanted === null) return given === wanted;
  if (given instanceof Map && wanted instanceof Map) return isLike([...given], [...wanted]);
  const [was, is] = [definedIn(given), definedIn(wanted)];
  return was.length === is.length && is.every(([key, value]) => isLike(Reflect.get(given, key), value));
}

function definedIn(of: object): [string, unknown][] {
  return Object.entries(of).filter(([, value]) => value !== undefined);
}

function holds(given: string, parts: string[]): boolean {
  let from = 0;
  return parts.every((part) => {
    const at = given.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}
