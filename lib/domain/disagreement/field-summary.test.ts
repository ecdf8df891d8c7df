import { describe, expect, it } from "vitest";
import { findField } from "../answers/fields";
import { answersOf } from "./builders";
import { summariseField } from "./field-summary";

type Value = Parameters<typeof answersOf>[1][number];

function summarise(path: string, values: Value[]) {
  const field = findField(path);
  if (!field) throw new Error(`No field ${path}`);
  return summariseField({ field, answers: answersOf(path, values) });
}

const chip = (path: string, values: Value[]) => {
  const { id, params } = summarise(path, values).label;
  return [id.replace("differences.labels.", ""), ...Object.values(params)].join(" ");
};

describe("the word for a field", () => {
  it.each([
    ["agreed when all choose the same", "workload.primary", ["relational", "relational", "relational"], "agreed"],
    ["all but one", "workload.primary", ["relational", "relational", "document"], "allButOne"],
    ["a majority with its count", "workload.primary", ["relational", "relational", "relational", "document", "graph"], "majority 3 5"],
    ["no majority when split evenly", "workload.primary", ["relational", "relational", "document", "document"], "noMajority"],
    ["the contested options of a list", "consistency.ops", [["money"], ["money", "feed"], ["money"]], "differOnOptions 1 8"],
    [
      "agreed when every list is the same",
      "consistency.ops",
      [
        ["money", "feed"],
        ["feed", "money"],
      ],
      "agreed",
    ],
    ["agreed when nobody picks anything", "consistency.ops", [[], [], []], "agreed"],
    ["within one level", "ops.hosting", ["either", "either", "prefer_managed"], "withinOneLevel"],
    [
      "two camps of five",
      "ops.hosting",
      ["managed_only", "managed_only", "self_host_only", "self_host_only", "self_host_only"],
      "twoCamps",
    ],
    [
      "a spread where four are too few for camps",
      "ops.hosting",
      ["managed_only", "managed_only", "either", "either"],
      "spreadOverLevels 3",
    ],
    ["the same number up to a factor of 1.5", "scale.y3.writes_s", [180, 200, 220], "sameNumber"],
    ["agreed for one and the same number", "scale.y3.writes_s", [200, 200], "agreed"],
    ["the same ballpark up to 3", "scale.y3.writes_s", [100, 200, 300], "sameBallpark"],
    ["apart up to 10", "scale.y3.writes_s", [100, 400, 1000], "apart"],
    ["the factor beyond 10, in two digits", "scale.y3.writes_s", [50, 200, 6230], "timesApart 120"],
    ["apart when one says zero", "scale.y3.writes_s", [0, 10, 20], "apart"],
    ["no statistic for two people", "scale.y3.writes_s", [50, 5000], "twoAnswers"],
    ["no word of agreement for one person", "scale.y3.writes_s", [50], "oneAnswer"],
    ["no answer at all", "scale.y3.writes_s", [], "noAnswer"],
    ["a collection for lines in people's own words", "workload.things", [["Orders"], ["Pages"]], "collected"],
  ] as [string, string, Value[], string][])("is %s", (_case, path, values, expected) => {
    expect(chip(path, values)).toBe(expected);
  });
});

describe("a field's summary", () => {
  it("gives spread, endpoints and ratio of the reference numbers", () => {
    const summary = summarise("scale.y3.writes_s", [50, 200, 200, 400, 5000]);
    expect(summary).toMatchObject({ n: 5, low: 50, high: 5000, ratio: 100, agreed: false, speakFirst: ["ada", "elif"] });
    expect(summary.spread).toBeCloseTo(0.430103, 6);
    expect(summary.detail).toEqual({ id: "differences.details.endpoints", params: { low: 50, high: 5000 } });
  });

  it("counts an answer that today's field cannot read as unknown", () => {
    expect(summarise("workload.primary", ["relational", "spreadsheet", "relational"])).toMatchObject({
      n: 2,
      unknownCount: 1,
      agreed: true,
    });
    expect(summarise("scale.y3.writes_s", [-1, "many"])).toMatchObject({ n: 0, unknownCount: 2, spread: null, low: null });
  });

  it("counts 'I don't know' apart and leaves blanks out", () => {
    const field = findField("scale.regions");
    if (!field) throw new Error("No field");
    const answers = [
      { memberId: "ada", value: "single", unknown: false },
      { memberId: "bo", value: undefined, unknown: true },
      { memberId: "cy", value: undefined, unknown: false },
    ];
    expect(summariseField({ field, answers })).toMatchObject({ n: 1, unknownCount: 1, spread: null, detail: null, agreed: false });
  });

  it("asks the smallest camp to speak first", () => {
    expect(summarise("workload.truth", ["source", "source", "rebuildable_copy"]).speakFirst).toEqual(["cy"]);
  });

  it("keeps camps in the order of the options", () => {
    const { camps } = summarise("ops.hosting", ["either", "managed_only", "either"]);
    expect(camps.map((camp) => camp.value)).toEqual(["managed_only", "either"]);
  });

  it("gives two people no ratio", () => {
    expect(summarise("scale.y3.writes_s", [50, 5000])).toMatchObject({ ratio: null, low: 50, high: 5000 });
  });

  it("has no spread for what each has run", () => {
    expect(summarise("ops.experience", [{ postgres: "production" }, { mysql: "local" }])).toMatchObject({ spread: null, agreed: false });
  });
});
