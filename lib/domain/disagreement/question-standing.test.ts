import { describe, expect, it } from "vitest";
import { QUESTION_IDS } from "../answers/schema";
import type { WorksheetView } from "../worksheet/schema";
import { anAnswer, answersOf, aPosition } from "./builders";
import { questionStandings } from "./question-standing";

const ANSWERS = [
  ...answersOf("workload.truth", ["source", "source"]),
  ...answersOf("scale.y3.writes_s", [50, 5000]),
  ...answersOf("consistency.fresh_reads", ["always", "own_writes"]),
  anAnswer({ memberId: "bo", field: "cost.traffic", value: "steady" }),
];

describe("where each revealed question stands", () => {
  it("is agreed where all say alike, apart where a difference waits, and nothing where there is nothing to compare", () => {
    expect(questionStandings(aView({ hidden: [] }))).toEqual({ workload: "agreed", consistency: "apart", scale: "apart" });
  });

  it("is agreed once the team recorded its answer to every difference", () => {
    expect(questionStandings(aView({ hidden: [], recorded: ["scale.y3.writes_s"] }))).toMatchObject({
      scale: "agreed",
      consistency: "apart",
    });
  });

  it("is unknown of a question that is still hidden", () => {
    expect(questionStandings(aView({ hidden: ["workload", "consistency"] }))).toEqual({ scale: "apart" });
  });
});

function aView({ hidden, recorded = [] }: { hidden: string[]; recorded?: string[] }) {
  const questions = Object.fromEntries(
    QUESTION_IDS.map((question) => [question, { state: hidden.includes(question) ? "answering" : "revealed" }]),
  );
  const positions = recorded.map((field) => aPosition(field, null));
  return { answers: ANSWERS, positions, questions } as unknown as WorksheetView;
}
