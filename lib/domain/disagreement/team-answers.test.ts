import { describe, expect, it } from "vitest";
import { anAnswer, answersOf, aPosition, knownBy } from "./builders";
import { effectiveAnswers, teamAnswers } from "./team-answers";

type TeamInput = Parameters<typeof effectiveAnswers>[0];

const blank: TeamInput = { frame: {}, positions: [], answers: [] };

describe("the answers the engine reads", () => {
  it("are nothing for a blank worksheet", () => {
    expect(effectiveAnswers(blank)).toEqual({});
  });

  it("hold the frame as it was written", () => {
    const frame: TeamInput["frame"] = {
      frame: { distribution: "hosted_by_us" },
      ops: { clouds: ["aws"] },
      process: { proprietary: [{ feature: "Streams" }] },
    };
    expect(effectiveAnswers({ ...blank, frame })).toEqual(frame);
  });

  it("take a position before the proposal of the answers", () => {
    const answers = [...answersOf("scale.regions", ["single", "single"]), ...answersOf("workload.truth", ["source", "source"])];
    const team = teamAnswers({ ...blank, answers, positions: [aPosition("scale.regions", "multi_read")] });
    expect(team).toEqual({
      "scale.regions": { value: "multi_read", from: "position" },
      "workload.truth": { value: "source", from: "proposal" },
    });
  });

  it("leave a field open when the team recorded that it does not know", () => {
    const answers = answersOf("scale.regions", ["single", "single"]);
    expect(effectiveAnswers({ ...blank, answers, positions: [aPosition("scale.regions", null)] })).toEqual({});
  });

  it("leave a split judgement open", () => {
    expect(effectiveAnswers({ ...blank, answers: answersOf("workload.primary", ["relational", "graph"]) })).toEqual({});
  });

  it("read the highest round of each member, and the first again when the second was cleared", () => {
    const answers = [
      ...answersOf("workload.primary", ["relational", "graph"]),
      anAnswer({ memberId: "bo", field: "workload.primary", value: "relational", round: 2 }),
    ];
    expect(effectiveAnswers({ ...blank, answers })).toEqual({ workload: { primary: "relational" } });
    const cleared = [...answers.slice(0, 2), anAnswer({ memberId: "bo", field: "workload.primary", value: null, round: 2 })];
    expect(effectiveAnswers({ ...blank, answers: cleared })).toEqual({});
  });

  it("ignore positions and answers that today's fields cannot read", () => {
    const answers = answersOf("workload.primary", ["spreadsheet"]);
    expect(effectiveAnswers({ ...blank, answers, positions: [aPosition("scale.regions", "moon"), aPosition("no.such", 1)] })).toEqual({});
  });

  it("merge experience by family, the best level winning", () => {
    const answers = answersOf("ops.experience", [{ "postgres-rds": "production", postgres: "none" }, { postgres: "local" }]);
    const familyOf = (key: string) => key.split("-")[0] ?? key;
    expect(effectiveAnswers({ ...blank, answers, familyOf }).ops?.experience).toEqual({ postgres: "production" });
  });
});

describe("the evidence for scale", () => {
  const evidence = (input: Partial<TeamInput>) => effectiveAnswers({ ...blank, ...input }).scale?.evidence;

  it("is production when today's rates were measured", () => {
    const answers = knownBy(answersOf("scale.now.writes_s", [35, 40]), ["wild_guess", "measured"]);
    expect(evidence({ answers: answers })).toBe("production");
  });

  it("is benchmark when the team ran one with its own data", () => {
    const answers = knownBy(answersOf("scale.y3.writes_s", [35]), ["measured"]);
    expect(evidence({ answers: answers, frame: { process: { benchmark: "own_data" } } })).toBe("benchmark");
  });

  it("is estimate when any number stands, and blank otherwise", () => {
    expect(evidence({ answers: answersOf("scale.y1.users", [900]) })).toBe("estimate");
    expect(evidence({ answers: answersOf("scale.regions", ["single"]) })).toBeUndefined();
  });

  it("is derived even where the frame claims one", () => {
    expect(evidence({ frame: { scale: { evidence: "production" } } })).toBeUndefined();
  });
});
