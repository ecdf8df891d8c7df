import { describe, expect, it } from "vitest";
import { type Smell, smellsOf } from "./smells";

const option = (id: string) => ({ id, name: id, points: 0, hosting: [], otherHosting: [], companions: [], members: [] });
const number = (field: string, value: number) => ({ field, round: 1, value, unknown: false, basis: "measured" as const });
const calm: Parameters<typeof smellsOf>[0] = {
  answers: [number("scale.now.writes_s", 10), number("scale.y3.writes_s", 100)],
  evaluation: { candidates: [], shortlist: [option("postgresql"), option("mysql")] },
  sections: [],
  costs: null,
  chosen: "postgresql",
  lockIn: 1,
  hosting: "managed_only",
};

describe("the checks before sign-off", () => {
  it("find nothing to say about a calm decision", () => {
    expect(smellsOf(calm)).toEqual([]);
  });

  it.each<[Smell, Partial<typeof calm>]>([
    ["one_option", { evaluation: { candidates: [], shortlist: [option("postgresql")] } }],
    ["nothing_measured", { answers: [] }],
    ["far_beyond_today", { answers: [number("scale.now.writes_s", 10), number("scale.y3.writes_s", 101)] }],
    ["nobody_has_run_it", { hosting: "self_host_only" }],
    ["no_exit", { lockIn: 7 }],
  ])("find %s", (smell, over) => {
    expect(smellsOf({ ...calm, ...over })).toEqual([smell]);
  });

  it("are quiet where the team answered them", () => {
    const run = { field: "ops.experience", round: 1, value: { postgresql: "production" }, unknown: false, basis: "measured" as const };
    expect(smellsOf({ ...calm, hosting: "self_host_only", answers: [run] })).toEqual([]);
    expect(smellsOf({ ...calm, lockIn: 9, sections: [{ section: "exit_plan", text: "Dump and load." }] })).toEqual([]);
  });
});
