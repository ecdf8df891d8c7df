import { describe, expect, it } from "vitest";
import { onceOnItsWay } from "./once-on-its-way";

const PATH = "/worksheets/w/premortem/cards";

describe("a write that is on its way", () => {
  it("is sent once, however often it is pressed, and every press has its reply", async () => {
    const { press, sent, answer } = aLine();
    const replies = [press({ opId: "1", text: "a" }), press({ opId: "2", text: "a" })];
    answer(0);
    expect(await Promise.all(replies)).toEqual(["reply 0", "reply 0"]);
    expect(sent()).toBe(1);
  });

  it("is another one when it says something else, goes elsewhere or goes another way", () => {
    const { press, sent } = aLine();
    press({ text: "a" });
    press({ text: "b" });
    press({ text: "b" }, { path: "/worksheets/w/comments" });
    press({ text: "b" }, { method: "PUT" });
    expect(sent()).toBe(4);
  });

  it("does not hide that something was put back: on, off and on again are three", () => {
    const { press, sent } = aLine();
    for (const ready of [true, false, true]) press({ ready });
    expect(sent()).toBe(3);
  });

  it("may be sent again once its reply or its refusal is there, and an older reply ends no newer one", async () => {
    const { press, sent, answer, refuse } = aLine();
    const first = press({ text: "a" });
    answer(0);
    await first;
    const second = press({ text: "a" });
    refuse(1);
    await expect(second).rejects.toThrow("refused");
    const older = press({ text: "a" });
    press({ text: "b" });
    answer(2);
    await older;
    press({ text: "b" });
    expect(sent()).toBe(4);
  });
});

function aLine() {
  const once = onceOnItsWay();
  const sent: { resolve: (reply: string) => void; reject: (error: Error) => void }[] = [];
  return {
    press: (body: unknown, { method = "POST", path = PATH } = {}) =>
      once({ method, path, body }, () => new Promise<string>((resolve, reject) => sent.push({ resolve, reject }))),
    sent: () => sent.length,
    answer: (n: number) => sent[n]?.resolve(`reply ${n}`),
    refuse: (n: number) => sent[n]?.reject(new Error("refused")),
  };
}
