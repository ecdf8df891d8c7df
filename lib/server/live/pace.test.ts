import { describe, expect, it } from "vitest";
import type { LiveChange } from "./hub";
import { Pace } from "./pace";

/** A clock that stands until it is moved. */
function standing() {
  let now = 0;
  const due: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    later: (run: () => void, ms: number) => void due.push({ at: now + ms, run }),
    move: (ms: number) => {
      now += ms;
      for (const one of due.splice(0)) {
        if (one.at <= now) one.run();
        else due.push(one);
      }
    },
  };
}

function paced() {
  const told: LiveChange[] = [];
  const clock = standing();
  return { told, clock, pace: new Pace((change) => told.push(change), clock) };
}

const answers = (seq: number): LiveChange => ({ seq, changed: ["answers"] });

describe("telling many streams", () => {
  it("passes each change on at once to a team of a workshop's size", () => {
    const { told, pace } = paced();
    for (const seq of [1, 2, 3]) pace.hear(answers(seq), 20);
    expect(told).toEqual([answers(1), answers(2), answers(3)]);
  });

  it("tells a crowd of the first change at once and sums up what comes in the pause after it", () => {
    const { told, clock, pace } = paced();
    pace.hear(answers(1), 200);
    pace.hear(answers(2), 200);
    clock.move(50);
    pace.hear({ seq: 3, changed: ["members"] }, 200);
    expect(told).toEqual([answers(1)]);
    clock.move(30);
    expect(told).toEqual([answers(1), { seq: 3, changed: ["answers", "members"] }]);
  });

  it("waits at most 150 ms, however large the crowd", () => {
    const { told, clock, pace } = paced();
    pace.hear(answers(1), 10_000);
    pace.hear(answers(2), 10_000);
    clock.move(150);
    expect(told).toHaveLength(2);
  });

  it("is quick again after a quiet moment", () => {
    const { told, clock, pace } = paced();
    pace.hear(answers(1), 200);
    clock.move(100);
    pace.hear(answers(2), 200);
    expect(told).toHaveLength(2);
  });

  it("never sums up what one person may know with what all may", () => {
    const { told, clock, pace } = paced();
    pace.hear(answers(1), 200);
    pace.hear(answers(2), 200);
    pace.hear({ seq: 2, changed: ["mine"], onlyMember: "ada" }, 200);
    expect(told).toEqual([answers(1), { seq: 2, changed: ["mine"], onlyMember: "ada" }]);
    clock.move(100);
    expect(told.at(-1)).toEqual(answers(2));
  });
});
