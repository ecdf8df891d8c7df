import { describe, expect, it } from "vitest";
import { AGENDA_PARTS, agendaOf, partOfPlace } from "./agendas";
import { consentOutcome, isComplete, unansweredRound } from "./consent";
import { dissentWith, reconsiderWith } from "./dissent";
import { isElsewhere, placeOf, pointerTo, stageOfScreen } from "./pointer";
import { withLine } from "./premortem";
import { mayChoosePolicy, planReveal } from "./reveal-plan";
import { safeUrl } from "./safe-url";
import { screenSchema } from "./schema";
import { clockFace, clockOffset, paused, remainingSeconds, withMore } from "./timer";

describe("the shared timer", () => {
  const timer = { startedAt: "2026-11-20T10:00:00.000Z", seconds: 300, topic: null, pausedS: null };

  it("shows the same on a screen whose clock is ten minutes off", () => {
    const server = Date.parse("2026-11-20T10:01:00.000Z");
    for (const off of [0, 600_000, -600_000]) {
      const local = server + off;
      const offset = clockOffset({ serverNow: new Date(server).toISOString(), sentAt: local - 40, receivedAt: local + 40 });
      expect(remainingSeconds(timer, local + offset)).toBe(240);
    }
  });

  it("stops at zero and takes more time from there", () => {
    const late = Date.parse("2026-11-20T10:09:00.000Z");
    expect(remainingSeconds(timer, late)).toBe(0);
    const more = { ...timer, ...withMore({ timer, more: 120, now: late }) };
    expect(remainingSeconds(more, late)).toBe(120);
    expect(withMore({ timer, more: 120, now: Date.parse("2026-11-20T10:01:00.000Z") }).seconds).toBe(420);
  });

  it("stands still while it is paused, takes more time then too, and goes on with what was left", () => {
    const at = (minute: number) => Date.parse(`2026-11-20T10:0${minute}:00.000Z`);
    const still = { ...timer, ...paused({ timer, isPaused: true, now: at(1) }) };
    const again = { ...still, ...paused({ timer: still, isPaused: true, now: at(3) }) };
    expect([remainingSeconds(still, at(2)), remainingSeconds(again, at(9))]).toEqual([240, 240]);
    const longer = { ...still, ...withMore({ timer: still, more: 60, now: at(5) }) };
    const on = { ...longer, ...paused({ timer: longer, isPaused: false, now: at(6) }) };
    expect([remainingSeconds(on, at(6)), remainingSeconds(on, at(8))]).toEqual([300, 180]);
  });

  it.each([
    [0, "0:00"],
    [9, "0:09"],
    [125, "2:05"],
    [3_600, "60:00"],
  ])("writes %i seconds as %s", (seconds, face) => expect(clockFace(seconds)).toBe(face));
});

describe("agendas", () => {
  it("last as long as they are called, and no screen is without its part", () => {
    for (const id of ["30", "45", "60"] as const) expect(agendaOf(id).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(Number(id));
    expect(agendaOf("async").map(({ part }) => part)).not.toContain("answers");
    for (const screen of screenSchema.options) expect(AGENDA_PARTS).toContain(partOfPlace(screen));
    expect(partOfPlace("reading")).toBe("reading");
  });
});

describe("the team pointer", () => {
  it("names a stage for every screen and asks nobody to join where they are", () => {
    expect(screenSchema.options.map(stageOfScreen)).not.toContain(undefined);
    expect([stageOfScreen("lobby"), stageOfScreen("cost"), stageOfScreen("differences"), stageOfScreen("costs")]).toEqual([
      "frame",
      "collect",
      "discuss",
      "decide",
    ]);
    expect([isElsewhere({ own: "scale", team: "scale" }), isElsewhere({ own: "scale", team: null })]).toEqual([false, false]);
  });

  it("stands at the reading apart from the board, and the way back to a place leads there", () => {
    const reading = pointerTo("reading");
    expect([reading && placeOf({ topic: null, ...reading }), placeOf({ screen: "differences", topic: "scale.regions" })]).toEqual([
      "reading",
      "differences",
    ]);
    expect([pointerTo("costs"), pointerTo("settings")]).toEqual([{ screen: "costs" }, null]);
  });
});

describe("a reveal", () => {
  const all = ["workload", "consistency", "scale", "ops", "cost"] as const;

  it("shows all five together, and part of them only step by step", () => {
    expect(planReveal({ policy: "together", asked: undefined, revealed: [] })).toEqual({ ok: true, questions: [...all] });
    expect(planReveal({ policy: "together", asked: ["scale"], revealed: [] })).toEqual({ ok: false, reason: "all_at_once" });
    expect(planReveal({ policy: "step", asked: ["scale"], revealed: [] })).toEqual({ ok: true, questions: ["scale"] });
  });

  it("repeated shows nothing new and is no error", () => {
    expect(planReveal({ policy: "together", asked: undefined, revealed: [...all] })).toEqual({ ok: true, questions: [] });
    expect(planReveal({ policy: "step", asked: ["scale"], revealed: ["scale"] })).toEqual({ ok: true, questions: [] });
  });

  it("keeps its policy once begun, and is open only for one or two", () => {
    expect(mayChoosePolicy({ to: "open", revealed: 0, answering: 2 })).toBe(true);
    expect(mayChoosePolicy({ to: "open", revealed: 0, answering: 3 })).toBe(false);
    expect(mayChoosePolicy({ to: "together", revealed: 1, answering: 3 })).toBe(false);
    expect(mayChoosePolicy({ to: "step", revealed: 0, answering: 3 })).toBe(true);
  });
});

describe("consent", () => {
  const voice = (id: string, role: "member" | "observer" | "facilitator" = "member") => ({ id, role, isRemoved: false });

  it("is complete when all who count have chosen; observers and removed people do not count", () => {
    const voices = [voice("a", "facilitator"), voice("b"), voice("o", "observer"), { ...voice("r"), isRemoved: true }];
    expect(isComplete({ voices, choices: [{ memberId: "a" }] })).toBe(false);
    expect(isComplete({ voices, choices: [{ memberId: "a" }, { memberId: "b" }] })).toBe(true);
    expect(isComplete({ voices: [], choices: [] })).toBe(false);
  });

  it("waits for who has said nothing in a round that is open", () => {
    const round = (closedAt: string | null, ...members: string[]) => ({ closedAt, choices: members.map((memberId) => ({ memberId })) });
    const rounds = [round("2026-11-20T10:00:00.000Z"), round(null, "a"), round(null, "b")];
    expect([unansweredRound(rounds, "b"), unansweredRound(rounds.slice(0, 2), "a")]).toEqual([rounds[1], null]);
  });

  it("comes to its hardest choice", () => {
    expect(consentOutcome([])).toBe("silent");
    expect(consentOutcome([{ memberId: "a", choice: "consent" }])).toBe("consented");
    expect(
      consentOutcome([
        { memberId: "a", choice: "concern" },
        { memberId: "b", choice: "object" },
      ]),
    ).toBe("objected");
  });
});

describe("dissent in the record", () => {
  const dee = { name: "Dee", isNamed: true, text: "We cannot run it.\nNobody has.", condition: "Two outages in a year" };

  it("is quoted word by word, with the name only where its author wants it", () => {
    expect(dissentWith("", [dee])).toBe("> We cannot run it.\n> Nobody has.\n> — Dee\n>\n> Two outages in a year");
    expect(dissentWith("", [{ ...dee, isNamed: false, condition: "" }])).toBe("> We cannot run it.\n> Nobody has.");
  });

  it("stands beside what was written, once", () => {
    expect(dissentWith("Bo hesitates.", [dee])).toMatch(/^Bo hesitates\.\n\n> We cannot/u);
    expect(dissentWith(`Dee says: ${dee.text}`, [dee])).toBe(`Dee says: ${dee.text}`);
    expect(reconsiderWith(["Growth"], [dee, dee])).toEqual(["Growth", "Two outages in a year"]);
  });
});

describe("links to evidence", () => {
  it.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a:b@example.org", "example.org", ""])(
    "refuse %s",
    (url) => expect(safeUrl(url)).toBeNull(),
  );

  it("keep a web address, normalised", () => {
    expect(safeUrl(" https://example.org/a b?c=1#d ")).toBe("https://example.org/a%20b?c=1#d");
  });
});

describe("a premortem card in the decision", () => {
  it("becomes a line of its own, once", () => {
    expect(withLine("", "Nobody  can restore it ")).toBe("- Nobody can restore it");
    expect(withLine("- Slow reports\n", "Nobody can restore it")).toBe("- Slow reports\n- Nobody can restore it");
    expect(withLine("* Nobody can restore it", "Nobody can restore it")).toBe("* Nobody can restore it");
  });
});
