import { describe, expect, it } from "vitest";
import type { AnswerView, WorksheetView } from "../worksheet/schema";
import { BLANK_ANSWER, ownAnswers, ownVersions, startingAnswer, withSavedAnswers } from "./own-answers";

const row = (rest: Partial<AnswerView>): AnswerView => ({
  memberId: "ada",
  field: "scale.y3.writes_s",
  round: 1,
  value: 200,
  unknown: false,
  basis: null,
  reason: null,
  version: 3,
  late: false,
  ...rest,
});

function view(round: number, answers: AnswerView[]): Pick<WorksheetView, "answers" | "you" | "questions"> {
  const question = { state: round === 1 ? ("open" as const) : ("revealed" as const), round, revealedAt: null };
  return {
    answers,
    you: { memberId: "ada", name: "Ada", role: "member", isApprover: false },
    questions: { workload: question, consistency: question, scale: question, ops: question, cost: question },
  };
}

describe("one's own answers", () => {
  it("leave out other members and other questions", () => {
    const own = ownAnswers(view(1, [row({}), row({ memberId: "bo", value: 9 }), row({ field: "cost.budget_month" })]), "scale");
    expect(Object.keys(own)).toEqual(["y3.writes_s"]);
    expect(ownVersions(own)).toEqual({ "y3.writes_s": 3 });
  });

  it("start the second round from the first answer, at version 0", () => {
    const own = ownAnswers(view(2, [row({})]), "scale");
    expect(startingAnswer(own["y3.writes_s"]).value).toBe(200);
    expect(own["y3.writes_s"]?.first?.value).toBe(200);
    expect(ownVersions(own)).toEqual({});
  });

  it("show the second answer beside the first once it is given", () => {
    const own = ownAnswers(view(2, [row({}), row({ round: 2, value: 350, version: 1 })]), "scale");
    expect(startingAnswer(own["y3.writes_s"]).value).toBe(350);
    expect(own["y3.writes_s"]?.first?.value).toBe(200);
  });

  it("are blank where nothing was said", () => {
    expect(startingAnswer(undefined)).toBe(BLANK_ANSWER);
  });

  it("take a save in, in place of the same round only", () => {
    const before = view(2, [row({}), row({ memberId: "bo" })]);
    const edit = { answer: { ...BLANK_ANSWER, isUnknown: true, basis: "wild_guess" as const }, round: 2 };
    const after = withSavedAnswers(before, { question: "scale", edits: { "y3.writes_s": edit }, versions: { "y3.writes_s": 1 } });
    expect(after.answers).toHaveLength(3);
    expect(after.answers.at(-1)).toEqual(row({ round: 2, value: null, unknown: true, basis: "wild_guess", version: 1 }));
  });
});
