import { describe, expect, it } from "vitest";
import { type Pace, paceOf } from "./pacing";

const MINUTE = 60_000;
/** Revealed at 0 with the 45-minute agenda: two minutes of reading, then fourteen for the topics. */
const pace = (reachedAt: (number | null)[], minutes: number): Pace | null =>
  paceOf({
    agenda: "45",
    revealedAt: 0,
    reachedAt: reachedAt.map((at) => (at === null ? null : at * MINUTE)),
    now: minutes * MINUTE,
  });

describe("the pace of a talk", () => {
  it("is the plan's before anybody has talked", () => {
    for (const [agenda, willReach] of [
      ["30", 3],
      ["45", 3],
      ["60", 4],
      ["async", 3],
    ] as const) {
      expect(paceOf({ agenda, revealedAt: 0, reachedAt: Array(6).fill(null), now: 0 })).toMatchObject({ willReach, done: 0, total: 6 });
    }
    expect(pace([null, null], 2)).toEqual({ total: 2, done: 0, willReach: 2, minutes: 14, isOver: false });
  });

  it("slows down while the first topic takes long", () => {
    expect(pace([null, null, null, null], 7)).toMatchObject({ willReach: 1 });
    expect(pace([null, null, null, null], 12)).toMatchObject({ willReach: 0 });
  });

  it("is what the topics took so far", () => {
    expect(pace([5, null, null, null], 5)).toMatchObject({ done: 1, willReach: 4 });
    expect(pace([8, null, null, null], 8)).toMatchObject({ done: 1, willReach: 2 });
    expect(pace([5, 9, 12, null], 12)).toMatchObject({ done: 3, willReach: 4 });
  });

  it("never promises more topics than there are, nor an end sooner than a minute each", () => {
    expect(pace([2, null, null], 2)).toMatchObject({ willReach: 3 });
    expect(pace([2, ...Array(19).fill(null)], 2)).toMatchObject({ willReach: 15 });
  });

  it("says when the minutes are over, and how far it came", () => {
    expect(pace([5, 9, null, null], 16)).toEqual({ total: 4, done: 2, willReach: 2, minutes: 14, isOver: true });
  });

  it("is silent about a single topic, when all are done, long after the session, and of what was settled before the reveal", () => {
    expect(pace([null], 5)).toBeNull();
    expect(pace([], 5)).toBeNull();
    expect(pace([5, 9], 12)).toBeNull();
    expect(pace([null, null], 60)).toBeNull();
    expect(pace([-1, null], 2)).toMatchObject({ done: 0 });
  });
});
