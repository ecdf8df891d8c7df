import { describe, expect, it } from "vitest";
import { QUESTION_IDS } from "../answers/schema";
import type { MemberView } from "../worksheet/schema";
import { type TeamState, teamNews } from "./team-news";

const at = "2026-11-20T10:00:00.000Z";
const person = (id: string, ready: MemberView["ready"] = []) =>
  ({ id, name: id, role: "member", isYou: false, isHere: true, ready, started: null }) as MemberView;

function aTeam({ revealed = 0, ...workshop }: Partial<TeamState["workshop"]> & { revealed?: number } = {}): TeamState {
  const state = (index: number) => ({ state: index < revealed ? "revealed" : "open", round: 1, revealedAt: null }) as const;
  const questions = Object.fromEntries(QUESTION_IDS.map((question, index) => [question, state(index)]));
  return {
    worksheet: { members: [person("Ada"), person("Bo")], questions: questions as TeamState["worksheet"]["questions"] },
    workshop: { pointer: null, timer: null, ready: [], roleChanges: [], consentRounds: [], premortem: null, ...workshop },
  };
}

const pointerTo = (screen: "differences" | "cost", topic: string | null = null) => ({ screen, topic, byName: "Ada", isYours: false, at });

describe("news of the team", () => {
  it("tells that the cards of a premortem are shown, once", () => {
    const silent = aTeam({ premortem: { startedAt: at, revealedAt: null, cards: [] } });
    const shown = aTeam({ premortem: { startedAt: at, revealedAt: at, cards: [] } });
    expect(teamNews(aTeam(), silent)).toEqual([]);
    expect(teamNews(silent, shown)).toEqual([{ kind: "shown", what: "cards" }]);
    expect(teamNews(shown, shown)).toEqual([]);
  });

  it("tells of the reveal, of all questions or of one", () => {
    expect(teamNews(aTeam(), aTeam({ revealed: 5 }))).toEqual([{ kind: "revealed" }]);
    expect(teamNews(aTeam({ revealed: 1 }), aTeam({ revealed: 2 }))).toEqual([{ kind: "revealed" }]);
    expect(teamNews(aTeam({ revealed: 5 }), aTeam({ revealed: 5 }))).toEqual([]);
  });

  it("tells where the team is, and what it talks about on a screen where it already was", () => {
    const before = aTeam({ pointer: pointerTo("differences") });
    const topic = "scale.y3.writes_s";
    expect(teamNews(aTeam(), before)).toEqual([{ kind: "moved", screen: "differences", topic: null }]);
    expect(teamNews(before, aTeam({ pointer: pointerTo("differences", topic) }))).toEqual([
      { kind: "moved", screen: "differences", topic },
    ]);
    expect(teamNews(before, before)).toEqual([]);
  });

  it("tells of a timer that starts, not of one that is given more time or stopped", () => {
    const timer = { startedAt: at, seconds: 300, topic: null, pausedS: null };
    expect(teamNews(aTeam(), aTeam({ timer }))).toEqual([{ kind: "timer", minutes: 5 }]);
    expect(teamNews(aTeam({ timer }), aTeam({ timer: { ...timer, seconds: 420 } }))).toEqual([]);
    expect(teamNews(aTeam({ timer }), aTeam())).toEqual([]);
    expect(teamNews(aTeam(), aTeam({ timer: { ...timer, topic: "reading" } }))).toEqual([]);
  });

  it("tells once that everyone is ready, on a screen or with all questions, and never of single ticks", () => {
    expect(teamNews(aTeam(), aTeam({ ready: ["Ada"] }))).toEqual([]);
    expect(teamNews(aTeam({ ready: ["Ada"] }), aTeam({ ready: ["Ada", "Bo"] }))).toEqual([{ kind: "everyone" }]);
    const all = aTeam();
    all.worksheet.members = [person("Ada", [...QUESTION_IDS]), person("Bo", [...QUESTION_IDS])];
    expect(teamNews(aTeam(), all)).toEqual([{ kind: "everyone" }]);
    expect(teamNews(all, all)).toEqual([]);
    const alone = aTeam({ ready: ["Ada"] });
    alone.worksheet.members = [person("Ada")];
    expect(teamNews(aTeam(), alone)).toEqual([]);
  });

  it("tells who asks for consent to what, and the change of a role in the order in which it came", () => {
    const round = { id: "1", subject: "decision", proposal: "We take Postgres", byName: "Ada", openedAt: at, closedAt: null, choices: [] };
    expect(teamNews(aTeam(), aTeam({ consentRounds: [round] }))).toEqual([{ kind: "consent", name: "Ada", proposal: "We take Postgres" }]);
    const closed = aTeam({ consentRounds: [{ ...round, closedAt: at }] });
    expect(teamNews(aTeam({ consentRounds: [round] }), closed)).toEqual([{ kind: "shown", what: "choices" }]);
    const change = (id: string) => ({ id, kind: "deputised", memberId: "Bo", memberName: "Bo", byName: "Ada", at }) as const;
    const roleChanges = [change("3"), change("2"), change("1")];
    const news = teamNews(aTeam({ roleChanges: [change("1")] }), aTeam({ roleChanges }));
    expect(news.map((one) => one.kind === "role" && one.change.id)).toEqual(["2", "3"]);
  });
});
