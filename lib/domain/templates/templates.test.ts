import { describe, expect, it } from "vitest";
import words from "../../../messages/en/templates.json";
import { findField, valueSchemaOf } from "../answers/fields";
import { QUESTION_IDS } from "../answers/schema";
import { findFacts } from "../engine/facts";
import { templateIdSchema } from "./schema";
import { findTemplate, frameOfTemplate, statedInFrame, suggestionsFor, TEMPLATES } from "./templates";

type Words = { name: string; sentence: string; about: string; said: Record<string, string> };
const wordsOf = (id: string) => (words as unknown as Record<string, Words>)[id];

describe("the templates", () => {
  it("are the seven that can be chosen, each with its words", () => {
    expect(TEMPLATES.map(({ id }) => id)).toEqual(templateIdSchema.options);
    for (const { id } of TEMPLATES)
      expect(wordsOf(id)).toMatchObject({ name: expect.any(String), sentence: expect.stringMatching(/\?$/u) });
  });

  it.each(TEMPLATES.flatMap((template) => [...template.frame, ...template.suggestions].map((value) => ({ id: template.id, ...value }))))(
    "$id: $path holds a value that could be typed, and says where it comes from",
    ({ id, path, value, said }) => {
      expect(valueSchemaOf(path)?.safeParse(value).success).toBe(true);
      expect(wordsOf(id)?.said[said]).toBeTruthy();
    },
  );

  it("fill the frame with what belongs there, and suggest only what is asked of members", () => {
    for (const { frame, suggestions, asks } of TEMPLATES) {
      expect(frame.map(({ path }) => findField(path)?.place)).toEqual(frame.map(() => "frame"));
      expect(suggestions.every(({ path }) => QUESTION_IDS.some((question) => findField(path)?.question === question))).toBe(true);
      expect(asks.every((path) => ["frame", "decision"].includes(findField(path)?.place ?? ""))).toBe(true);
    }
  });

  it("use every sentence they have, and name systems that exist", () => {
    for (const { id, frame, suggestions } of TEMPLATES) {
      const used = new Set([...frame, ...suggestions].map(({ said }) => said));
      expect([...used].sort()).toEqual(Object.keys(wordsOf(id)?.said ?? {}).sort());
    }
    const systems = TEMPLATES.flatMap(({ frame }) => frame)
      .filter(({ path }) => ["frame.estate_standard", "frame.must_support_engines"].includes(path))
      .flatMap(({ value }) => value as string[]);
    expect(systems.filter((system) => findFacts(system) === undefined)).toEqual([]);
  });
});

describe("a filled frame", () => {
  it("lets a given value win", () => {
    expect(frameOfTemplate("cms", { ops: { clouds: ["gcp"] } })).toEqual({ frame: { drivers: ["Django"] }, ops: { clouds: ["gcp"] } });
    expect(frameOfTemplate("migration")).toEqual({});
  });

  it("says where a value comes from until somebody changes it", () => {
    expect(statedInFrame("cms", "ops.clouds", ["aws"])?.said).toBe("aws");
    expect(statedInFrame("cms", "ops.clouds", ["aws", "gcp"])).toBeNull();
    expect(statedInFrame("a template of another version", "ops.clouds", ["aws"])).toBeNull();
  });
});

it("suggests per question, and nothing without a template", () => {
  expect(suggestionsFor("cms", "ops").map(({ path }) => path)).toEqual(["ops.hosting"]);
  expect([suggestionsFor(null, "ops"), findTemplate(null)]).toEqual([[], null]);
});
