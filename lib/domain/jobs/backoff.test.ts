import { describe, expect, it } from "vitest";
import { backoffS } from "./backoff";

describe("the wait after a failed attempt", () => {
  it.each([
    [1, 2],
    [2, 8],
    [3, 32],
    [5, 512],
    [6, 600],
    [400, 600],
    [0, 2],
  ])("grows fourfold and then stays at ten minutes: attempt %i waits %i s", (attempt, seconds) => {
    expect(backoffS({ attempt, chance: 0.5 })).toBe(seconds);
  });

  it("is spread by a quarter either way", () => {
    expect(backoffS({ attempt: 1, chance: 0 })).toBe(1.5);
    expect(backoffS({ attempt: 1, chance: 1 })).toBe(2.5);
  });
});
