import { describe, expect, it } from "vitest";
import { worstState } from "./save-state";

describe("what the header says about saving", () => {
  it("says nothing before anything was saved", () => {
    expect(worstState([])).toBeNull();
  });

  it("counts only what waits for the server while offline", () => {
    const states = [
      { status: "offline", waiting: 2 },
      { status: "held", waiting: 1 },
      { status: "saved", waiting: 0 },
    ] as const;
    expect(worstState(states)).toEqual({ status: "offline", waiting: 2 });
  });

  it("asks for the person before it says that something is being saved", () => {
    const states = [
      { status: "saving", waiting: 0 },
      { status: "held", waiting: 1 },
      { status: "held", waiting: 2 },
    ] as const;
    expect(worstState(states)).toEqual({ status: "held", waiting: 3 });
  });
});
