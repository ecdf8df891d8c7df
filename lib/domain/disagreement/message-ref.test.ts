import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import words from "../../../messages/en/differences.json";
import { findField } from "../answers/fields";
import { answersOf } from "./builders";
import { summariseField } from "./field-summary";
import { differenceWords, type MessageRef } from "./message-ref";

type Value = Parameters<typeof answersOf>[1][number];

function render({ id, params }: MessageRef): string {
  const message = id
    .split(".")
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], words);
  return String(new IntlMessageFormat(String(message), "en").format(params));
}

function chip(path: string, values: Value[]): string {
  const field = findField(path);
  if (!field) throw new Error(`No field ${path}`);
  return render(summariseField({ field, answers: answersOf(path, values) }).label);
}

describe("the words for differences", () => {
  it.each([
    ["100× apart", "scale.y3.writes_s", [50, 200, 5000]],
    ["Same number", "scale.y3.writes_s", [180, 200, 220]],
    ["Majority, 3 of 5", "workload.primary", ["graph", "graph", "graph", "search", "vector"]],
    ["All but one", "workload.truth", ["source", "source", "rebuildable_copy"]],
    ["Differ on 1 of 8 options", "consistency.ops", [["money"], ["money", "feed"], ["money"]]],
    ["Spread over 3 levels", "ops.hosting", ["managed_only", "either", "either"]],
    ["Two camps", "ops.hosting", ["managed_only", "managed_only", "self_host_only", "self_host_only", "self_host_only"]],
  ] as [string, string, Value[]][])("read %s", (expected, path, values) => {
    expect(chip(path, values)).toBe(expected);
  });

  it("are all well-formed", () => {
    const texts = (value: unknown): string[] => (typeof value === "string" ? [value] : Object.values(value as object).flatMap(texts));
    for (const text of texts(words)) expect(() => new IntlMessageFormat(text, "en")).not.toThrow();
  });

  it("never blame and never show a bare percentage", () => {
    expect(JSON.stringify(words)).not.toMatch(/outlier|wrong|conflict|\d%/i);
  });

  it("carry the namespace in their id", () => {
    expect(differenceWords("labels.agreed")).toEqual({ id: "differences.labels.agreed", params: {} });
  });
});
