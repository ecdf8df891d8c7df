import { describe, expect, it } from "vitest";
import { findField } from "../answers/fields";
import { closenessOf } from "./closeness";
import { findLeaks } from "./leaks";

const fieldOf = (path: string) => {
  const field = findField(path);
  if (!field) throw new Error(`no field ${path}`);
  return field;
};
const said = (value: unknown) => ({ value, unknown: false });

describe("how close an answer is to the team's", () => {
  it.each([
    ["the same number", "scale.y3.writes_s", said(200), 200, "same"],
    ["a number within a factor of about five", "scale.y3.writes_s", said(200), 800, "near"],
    ["a number ten times off", "scale.y3.writes_s", said(200), 2_000, "apart"],
    ["zero against anything", "scale.y3.writes_s", said(0), 2_000, "apart"],
    ["another choice", "workload.primary", said("document"), "relational", "apart"],
    ["a list that shares most of it", "consistency.ops", said(["money", "stock"]), ["money", "stock", "identity"], "near"],
    ["an answer where the team has none", "workload.primary", said("document"), null, "apart"],
    ["I don't know", "workload.primary", { value: null, unknown: true }, "relational", "unknown"],
    ["a blank", "workload.primary", undefined, "relational", "blank"],
    ["a cleared answer", "workload.primary", said(null), "relational", "blank"],
  ] as const)("%s", (_name, path, answer, team, expected) => {
    expect(closenessOf({ field: fieldOf(path), answer, team })).toBe(expected);
  });
});

describe("looking for marked answers", () => {
  const canaries = { number: 735_190_264_813, words: ["reason-x1", "note-x1"] };

  it("finds a number plain and as screens print it, and words anywhere", () => {
    const heard = [
      { where: "a", text: '{"value":735190264813}' },
      { where: "b", text: "<b>735,190,264,813</b>" },
      { where: "c", text: "… note-x1 …" },
      { where: "d", text: "735190264812 reason-x" },
      { where: "a", text: "reason-x1" },
    ];
    expect(findLeaks(heard, canaries)).toEqual(["a", "b", "c"]);
  });
});
