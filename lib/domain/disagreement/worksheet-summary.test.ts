import { describe, expect, it } from "vitest";
import { anAnswer, answersOf, knownBy } from "./builders";
import { summariseWorksheet } from "./worksheet-summary";

describe("a worksheet's summary", () => {
  it("counts what is agreed and what differs, and puts the widest difference first", () => {
    const summary = summariseWorksheet({
      answers: [
        ...answersOf("workload.truth", ["source", "source", "source"]),
        ...answersOf("consistency.fresh_reads", ["always", "own_writes", "own_writes"]),
        ...answersOf("scale.y3.writes_s", [50, 5000, 500]),
      ],
    });
    expect(summary).toMatchObject({ size: "team", compared: 3, agreed: 1, differ: 2 });
    expect(summary.fields.map((field) => field.field)).toEqual(["scale.y3.writes_s", "consistency.fresh_reads", "workload.truth"]);
  });

  it("keeps equal spreads in the order asked", () => {
    const answers = [...answersOf("ops.hosting", ["either", "either"]), ...answersOf("workload.truth", ["source", "source"])];
    expect(summariseWorksheet({ answers }).fields.map((field) => field.field)).toEqual(["workload.truth", "ops.hosting"]);
  });

  it("sets apart what one knows, what nobody knows and what is only collected", () => {
    const summary = summariseWorksheet({
      answers: [
        ...answersOf("scale.regions", ["single", "single"]),
        anAnswer({ memberId: "bo", field: "scale.now.users", value: 900 }),
        anAnswer({ memberId: "ada", field: "cost.traffic", value: null, unknown: true }),
        anAnswer({ memberId: "bo", field: "ops.experience", value: { postgres: "production" } }),
      ],
    });
    expect(summary.heardOnce.map((field) => field.field)).toEqual(["scale.now.users"]);
    expect(summary.nobodyKnows.map((field) => field.field)).toEqual(["cost.traffic"]);
    expect(summary.collected.map((field) => field.field)).toEqual(["ops.experience"]);
    expect(summary).toMatchObject({ size: "pair", compared: 1, agreed: 1 });
  });

  it("says what the first answers were when somebody answered again", () => {
    const [field] = summariseWorksheet({
      answers: [
        ...answersOf("scale.y3.writes_s", [50, 5000, 500]),
        anAnswer({ memberId: "bo", field: "scale.y3.writes_s", value: 600, round: 2 }),
      ],
    }).fields;
    expect(field).toMatchObject({ high: 600, first: { high: 5000, ratio: 100 } });
    expect(field?.answers.find((answer) => answer.memberId === "bo")?.first?.value).toBe(5000);
  });

  it("marks an agreed number that everybody only guessed", () => {
    const guessed = summariseWorksheet({ answers: knownBy(answersOf("scale.y3.users", [900, 1000]), ["wild_guess", "educated_guess"]) });
    const measured = summariseWorksheet({ answers: knownBy(answersOf("scale.y3.users", [900, 1000]), ["wild_guess", "measured"]) });
    expect(guessed.fields[0]?.isGuess).toBe(true);
    expect(measured.fields[0]?.isGuess).toBe(false);
  });

  it("collects the notes that others may not know, in the order of the questions", () => {
    const { notes } = summariseWorksheet({
      answers: [
        anAnswer({ memberId: "bo", field: "scale.others_may_not_know", value: "A second country opens in spring." }),
        anAnswer({ memberId: "ada", field: "workload.others_may_not_know", value: "Old orders live in a spreadsheet." }),
        anAnswer({ memberId: "cy", field: "cost.others_may_not_know", value: " " }),
      ],
    });
    expect(notes.map((note) => [note.memberId, note.question])).toEqual([
      ["ada", "workload"],
      ["bo", "scale"],
    ]);
  });

  it("knows a solo worksheet and an empty one", () => {
    expect(summariseWorksheet({ answers: answersOf("workload.truth", ["source"]) })).toMatchObject({ size: "solo", compared: 0 });
    expect(summariseWorksheet({ answers: [] })).toMatchObject({ size: "none", fields: [], notes: [] });
  });
});
