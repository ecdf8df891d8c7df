import { describe, expect, it } from "vitest";
import { answersSchema } from "../answers/schema";
import { decide } from "../engine/decide";
import { CATALOGUE_FACTS } from "../engine/facts";
import { GRID_AXES, GRID_POINTS, gridAnswers } from "./grid";
import { movedVendors } from "./moved-vendors";
import { neutrality, neutralitySteps } from "./neutrality";
import { neutralityCsv } from "./neutrality-csv";
import { neutralitySchema } from "./schema";

// One answer on each of the axes but shape and cloud: 48 points, quick enough for every run.
const axes = GRID_AXES.map((axis) => (axis.id === "shape" || axis.id === "cloud" ? axis : { ...axis, choices: axis.choices.slice(0, 1) }));
const small = neutrality(axes);

describe("the grid", () => {
  it("has as many points as its choices multiply to, each different and each a valid answer", () => {
    const all = [...gridAnswers()];
    expect(all).toHaveLength(GRID_POINTS);
    expect(GRID_POINTS).toBe(3_456);
    expect(new Set(all.map((answers) => JSON.stringify(answers))).size).toBe(GRID_POINTS);
    expect(all.filter((answers) => !answersSchema.safeParse(answers).success)).toEqual([]);
  });
});

describe("neutrality", () => {
  it("counts what the engine decides at every point", () => {
    const lists = [...gridAnswers(axes)].map((answers) => decide(answers));
    expect(small.points).toBe(48);
    expect(small.empty).toBe(lists.filter((list) => list.length === 0).length);
    for (const { id, listed, first } of small.systems) {
      expect([id, listed, first]).toEqual([
        id,
        lists.filter((list) => list.includes(id)).length,
        lists.filter((list) => list[0] === id).length,
      ]);
    }
  });

  it("counts a vendor once for a list that holds two of its systems", () => {
    for (const { listed, first, hosts } of small.vendors) {
      expect(listed).toBeLessThanOrEqual(small.points);
      expect(first).toBeLessThanOrEqual(listed);
      expect(hosts).toBeLessThanOrEqual(small.points);
    }
    expect(small.vendors.reduce((sum, { first }) => sum + first, 0)).toBe(small.points - small.empty);
  });

  it("says how often the default alone put PostgreSQL first", () => {
    const postgresql = small.systems.find(({ id }) => id === "postgresql");
    expect(postgresql?.firstByDefault).toBeGreaterThan(0);
    expect(postgresql?.firstByDefault).toBeLessThanOrEqual(postgresql?.first ?? 0);
    expect(small.systems.filter(({ id, firstByDefault }) => id !== "postgresql" && firstByDefault > 0)).toEqual([]);
  });

  it("is the same every time and has the shape of the contract", () => {
    expect(neutrality(axes)).toEqual(small);
    expect(neutralitySchema.safeParse(small).error).toBeUndefined();
  });

  it("can be worked out a point at a time", () => {
    const steps = neutralitySteps(axes);
    const seen: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) seen.push(step.value);
    expect(seen).toEqual(Array.from({ length: 48 }, (_, i) => i + 1));
    expect(step.value).toEqual(small);
  });

  it("is a table of systems and vendors as CSV", () => {
    const lines = neutralityCsv(small).trim().split("\r\n");
    expect(lines).toHaveLength(1 + small.systems.length + small.vendors.length + 2);
    expect(lines[1]).toMatch(/^system,PostgreSQL,PostgreSQL community,/);
  });
});

describe("movedVendors", () => {
  const shares = (...rows: [string, number][]) => ({ vendors: rows.map(([vendor, listedShare]) => ({ vendor, listedShare })) });

  it("names who moved by more than the points allowed, the largest move first", () => {
    const was = shares(["Redis", 0.03], ["Neo4j", 0.1], ["Gone", 0.05]);
    const is = shares(["Redis", 0.0501], ["Neo4j", 0.12], ["New", 0.2]);
    expect(movedVendors({ was, is, points: 2 })).toEqual([
      { vendor: "New", was: 0, is: 0.2 },
      { vendor: "Gone", was: 0.05, is: 0 },
      { vendor: "Redis", was: 0.03, is: 0.0501 },
    ]);
  });

  it("turns red on a planted favour: one system's facts made a little better", () => {
    const favoured = CATALOGUE_FACTS.map((facts) =>
      facts.id === "mongodb"
        ? { ...facts, fit: { ...facts.fit, relational: "native" as const }, lockIn: 0, commonness: 5, osiApproved: true }
        : facts,
    );
    const moved = movedVendors({ was: small, is: neutrality(axes, favoured), points: 2 });
    const mongo = moved.find(({ vendor }) => vendor.startsWith("MongoDB"));
    expect(mongo && mongo.is > mongo.was).toBe(true);
    expect(movedVendors({ was: small, is: neutrality(axes), points: 2 })).toEqual([]);
  });
});
