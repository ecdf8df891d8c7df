import { describe, expect, it } from "vitest";
import { createAnnouncer } from "./announcer";

/** An announcer whose pauses end when the test says so, with all that it said, in order. */
function listening() {
  const pauses: (() => void)[] = [];
  const heard: string[] = [];
  const announcer = createAnnouncer((run) => void pauses.push(run));
  announcer.subscribe(() => heard.push(announcer.spoken()));
  return { say: announcer.say, heard, endPause: () => pauses.shift()?.() };
}

describe("what is said aloud", () => {
  it("is said one after the other, with a pause between", () => {
    const { say, heard, endPause } = listening();
    say("The team moved to Cost.");
    say("Everyone is ready.");
    expect(heard).toEqual(["The team moved to Cost."]);
    endPause();
    expect(heard).toEqual(["The team moved to Cost.", "Everyone is ready."]);
  });

  it("is said once when two parts of a page tell of the same moment", () => {
    const { say, heard, endPause } = listening();
    say("Answers are revealed.");
    say("Answers are revealed.");
    endPause();
    endPause();
    expect(heard).toEqual(["Answers are revealed."]);
  });

  it("changes the region when the same happens again later, else nobody would hear it", () => {
    const { say, heard, endPause } = listening();
    for (let time = 0; time < 3; time++) {
      say("Taken back.");
      endPause();
    }
    expect(heard.map((text) => text.trim())).toEqual(["Taken back.", "Taken back.", "Taken back."]);
    expect(heard[0]).not.toBe(heard[1]);
    expect(heard[1]).not.toBe(heard[2]);
  });
});
