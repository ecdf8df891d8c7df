import { describe, expect, it } from "vitest";
import { fromLocalInput, toLocalInput } from "./local-time";

describe("a deadline in an input", () => {
  it("is shown in the reader's zone and comes back as the same instant", () => {
    expect(toLocalInput("2026-11-27T16:00:00.000Z")).toBe("2026-11-27T21:45");
    expect(fromLocalInput("2026-11-27T21:45")).toBe("2026-11-27T16:00:00.000Z");
  });

  it("is none when nothing whole was typed", () => {
    expect([toLocalInput(null), fromLocalInput(""), fromLocalInput("2026-11-")]).toEqual(["", null, null]);
  });
});
