import { expect, it } from "vitest";
import { createPatience } from "./patience";

/** A clock that stands still until it is told how long to run. */
function aWait() {
  let now = 0;
  let runs: { at: number; run: () => void }[] = [];
  return {
    wait: (run: () => void, ms: number) => {
      const one = { at: now + ms, run };
      runs.push(one);
      return () => {
        runs = runs.filter((other) => other !== one);
      };
    },
    pass: (ms: number) => {
      now += ms;
      const due = runs.filter(({ at }) => at <= now);
      runs = runs.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
}

function tenSeconds() {
  const clock = aWait();
  const seen = { ends: 0 };
  const onEnd = () => {
    seen.ends += 1;
  };
  const patience = createPatience({ ms: 10_000, onEnd, wait: clock.wait });
  patience.renew();
  return { patience, clock, seen };
}

it("ends after its time when nobody is at it, and once", () => {
  const { clock, seen } = tenSeconds();
  clock.pass(9_999);
  expect(seen.ends).toBe(0);
  clock.pass(60_000);
  expect(seen.ends).toBe(1);
});

it("never ends while the keyboard is in it, also when the pointer comes and goes", () => {
  const { patience, clock, seen } = tenSeconds();
  patience.set("keyboard", true);
  patience.set("pointer", true);
  patience.set("pointer", false);
  clock.pass(3_600_000);
  expect(seen.ends).toBe(0);
});

it("waits the whole time anew once everything has let go of it", () => {
  const { patience, clock, seen } = tenSeconds();
  clock.pass(9_000);
  patience.set("pointer", true);
  clock.pass(9_000);
  patience.set("pointer", false);
  patience.set("pointer", false);
  clock.pass(9_999);
  expect(seen.ends).toBe(0);
  clock.pass(1);
  expect(seen.ends).toBe(1);
});

it("ends no more once it is stopped", () => {
  const { patience, clock, seen } = tenSeconds();
  patience.stop();
  clock.pass(60_000);
  expect(seen.ends).toBe(0);
});
