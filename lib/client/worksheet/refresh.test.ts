import { describe, expect, it } from "vitest";
import { gatherChanges, isTouched } from "./refresh";

const changed = (...kinds: string[]) => new Set(kinds);
const [detail, shortlist, workshop, screen] = [
  ["worksheet", "w"],
  ["worksheet", "w", "shortlist"],
  ["worksheet", "w", "workshop"],
  ["worksheet", "w", "screen"],
];

describe("what a change makes old", () => {
  it("spares the worksheet when only the team moved, and the team when only answers changed", () => {
    expect([detail, shortlist, workshop, screen].map((key) => isTouched(key, changed("workshop")))).toEqual([false, false, true, true]);
    expect([detail, shortlist, workshop, screen].map((key) => isTouched(key, changed("answers")))).toEqual([true, true, false, true]);
  });

  it("is everything after a gap, a reveal or a change of people", () => {
    for (const kind of ["*", "reveal", "members"])
      expect([detail, shortlist, workshop].every((key) => isTouched(key, changed(kind)))).toBe(true);
  });
});

describe("gathering", () => {
  it("asks once for many events, and once more for what came meanwhile", async () => {
    const runs: string[][] = [];
    let finish: () => void = () => undefined;
    const done = new Promise<void>((all) => {
      const refresher = gatherChanges((kinds) => {
        runs.push([...kinds].sort());
        if (runs.length === 2) all();
        return new Promise((end) => {
          finish = end;
          if (runs.length === 1) {
            refresher.ask(["ready"]);
            queueMicrotask(() => finish());
          } else end();
        });
      });
      refresher.ask(["answers"]);
      refresher.ask(["positions", "answers"]);
      refresher.ask([]);
    });
    await done;
    expect(runs).toEqual([["answers", "positions"], ["ready"]]);
  });
});
