import { describe, expect, it } from "vitest";
import { reconnectDelayMs } from "./reconnect-delay";

describe("the wait before the next try to reach the server", () => {
  it("doubles from one second to fifteen and stays there", () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((attempts) => reconnectDelayMs(attempts, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
    ]);
  });

  it("is spread over its upper half, so that it is never nothing", () => {
    expect(reconnectDelayMs(3, 0)).toBe(2_000);
    expect(reconnectDelayMs(3, 0.5)).toBe(3_000);
    expect(reconnectDelayMs(0, 0)).toBe(500);
  });
});
