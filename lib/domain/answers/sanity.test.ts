import { describe, expect, it } from "vitest";
import { sanityNotes } from "./sanity";

describe("notes about numbers", () => {
  it("say nothing about blanks", () => {
    expect(sanityNotes("scale", {})).toEqual([]);
    expect(sanityNotes("ops", {})).toEqual([]);
    expect(sanityNotes("cost", { budget_month: 0 })).toEqual([]);
  });

  it("ask when three years hold less than one", () => {
    expect(sanityNotes("scale", { "now.users": 100, "y1.users": 900, "y3.users": 300 })).toEqual([
      {
        id: "answers.sanity.shrinks",
        params: { row: "users", earlier: "y1", later: "y3" },
        fields: ["y1.users", "y3.users"],
        isDoubt: true,
      },
    ]);
  });

  it("compare with today when the year between is blank", () => {
    expect(sanityNotes("scale", { "now.data_gb": 14, "y3.data_gb": 7 })[0]?.fields).toEqual(["now.data_gb", "y3.data_gb"]);
  });

  it("accept numbers that stay the same", () => {
    expect(sanityNotes("scale", { "now.data_gb": 14, "y1.data_gb": 14, "y3.data_gb": 14 })).toEqual([]);
  });

  it("ask for the unit when each person would make 44 requests a second", () => {
    const [doubt] = sanityNotes("scale", { "now.users": 900, "now.reads_s": 40_000 });
    expect(doubt).toMatchObject({ id: "answers.sanity.perPersonHigh", params: { each: 44, people: 900, rate: 40_000 } });
  });

  it("read out an ordinary load without doubting it", () => {
    const [reading] = sanityNotes("scale", { "y3.users": 10_000, "y3.reads_s": 1500 });
    expect(reading).toMatchObject({ id: "answers.sanity.perPerson", params: { time: "y3", each: 0.15 }, isDoubt: false });
  });

  it("do not divide by nobody", () => {
    expect(sanityNotes("scale", { "now.users": 0, "now.reads_s": 40_000 })).toEqual([]);
  });

  it("ask when a part is larger than the whole", () => {
    expect(sanityNotes("scale", { "y1.data_gb": 10, "y1.hot_set_gb": 12 }).map((note) => note.id)).toEqual([
      "answers.sanity.partAboveData",
    ]);
    expect(sanityNotes("ops", { team_size: 4, oncall: 5, db_experts: 1 }).map((note) => note.id)).toEqual([
      "answers.sanity.oncallAboveTeam",
    ]);
  });
});
