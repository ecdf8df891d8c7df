import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { askAgain, gatherChanges, isTouched } from "./refresh";

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

describe("a writer's name beside a section", () => {
  it("makes nothing old but what stands beside the texts, and words make no result old", () => {
    const desk = ["worksheet", "w", "desk"];
    expect([detail, shortlist, workshop, desk].map((key) => isTouched(key, changed("locks")))).toEqual([false, false, false, true]);
    for (const kind of ["decision", "links", "ready"])
      expect([detail, shortlist, desk].map((key) => isTouched(key, changed(kind)))).toEqual([true, false, true]);
    expect(isTouched(shortlist, changed("locks", "answers"))).toBe(true);
  });
});

describe("asking again", () => {
  /** A query on screen whose replies the test gives, one by one. */
  function onScreen() {
    const queryClient = new QueryClient();
    const asked: ((reply: string) => void)[] = [];
    const queryFn = () => new Promise<string>((reply) => asked.push(reply));
    const queryKey = ["worksheet", "w", "desk"];
    const leave = new QueryObserver(queryClient, { queryKey, queryFn }).subscribe(() => undefined);
    return { queryClient, asked, leave, seen: () => queryClient.getQueryData(queryKey) };
  }

  it("does not take a first reply for fresh that was on its way when the change came", async () => {
    const { queryClient, asked, leave, seen } = onScreen();
    const again = askAgain(queryClient, "w", changed("locks"));
    asked[0]?.("read before the change");
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.("read after it");
    await again;
    expect(seen()).toBe("read after it");
    leave();
  });

  it("asks once where a stream's greeting meets the first request, and once where there is a reply already", async () => {
    const { queryClient, asked, leave } = onScreen();
    const greeted = askAgain(queryClient, "w", changed("*"));
    asked[0]?.("first");
    await greeted;
    expect(asked).toHaveLength(1);
    const again = askAgain(queryClient, "w", changed("decision"));
    asked[1]?.("second");
    await again;
    expect(asked).toHaveLength(2);
    leave();
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
