import { describe, expect, it } from "vitest";
import { compareBaselines } from "./baselines";
import data from "./data/decisions.json";
import { casesFileSchema } from "./schema";
import { scorable, scoreCases } from "./score";

const { records } = casesFileSchema.parse(data);

describe("the engine on real decisions", () => {
  const scores = scoreCases(records);
  const [, , fixed, postgres] = compareBaselines(records, scores);

  it("names what was chosen as often as promised, and with short lists", () => {
    expect(scores.recallAt3).toBeGreaterThanOrEqual(0.85);
    expect(scores.recallAt3Fit).toBeGreaterThanOrEqual(0.95);
    expect(scores.recallWithCompanions).toBeGreaterThanOrEqual(0.9);
    expect(scores.leaderRight).toBeGreaterThanOrEqual(0.65);
    expect(scores.meanLength).toBeLessThanOrEqual(2.8);
  });

  it("is ahead of any fixed list", () => {
    expect(scores.recallAt3).toBeGreaterThan(fixed?.recallAt3 ?? 1);
    expect(scores.leaderRight).toBeGreaterThan(postgres?.leaderRight ?? 1);
  });

  it("says of each miss why", () => {
    expect(scores.misses.length).toBe(Math.round((1 - scores.recallAt3) * scores.scored));
    expect(scores.misses.filter(({ why, shortlist }) => why === "" || shortlist.length === 0)).toEqual([]);
  });
});

describe("scoring", () => {
  it("leaves out thin records, open decisions and topology", () => {
    expect(scorable(records)).toHaveLength(50);
    expect(scorable(records).filter(({ context_quality }) => context_quality === "thin")).toEqual([]);
  });

  it("of no record is zero", () => {
    expect(scoreCases([])).toEqual({
      recallAt3: 0,
      recallAt3Fit: 0,
      recallWithCompanions: 0,
      leaderRight: 0,
      meanLength: 0,
      scored: 0,
      misses: [],
    });
  });
});
