import { describe, expect, it } from "vitest";
import { QUESTION_IDS, type QuestionId } from "../answers/schema";
import type { WorksheetState } from "../worksheet/projection";
import type { Role } from "../worksheet/schema";
import { nudgeFor, waitingFor } from "./nudge";
import { isRoomStill } from "./still";

const TEN = Date.parse("2026-11-20T10:00:00Z");
const past = (seconds: number) => TEN + seconds * 1_000;
const at = (seconds: number) => new Date(past(seconds)).toISOString();
const someone = (id: string, role: Role = "member") => ({
  id,
  name: id,
  role,
  joinedAt: at(0),
  lastSeenAt: at(0),
  nudge: null,
  isRemoved: false,
});
const ready = (memberId: string, questions: readonly QuestionId[] = QUESTION_IDS) => questions.map((question) => ({ memberId, question }));
const saved = (memberId: string, seconds: number) =>
  ({ memberId, question: "scale", savedAt: at(seconds) }) as WorksheetState["answers"][number];

const room: Pick<WorksheetState, "members" | "readies" | "reveals" | "answers"> = {
  members: [someone("ada", "facilitator"), someone("bo"), someone("cy")],
  readies: ready("ada"),
  reveals: [],
  answers: [],
};
const asked = {
  ...room,
  members: room.members.map((member) => (member.id === "bo" ? { ...member, nudge: { byMemberId: "ada", at: at(0) } } : member)),
};

describe("who is waited for", () => {
  it("counts with something open that is not revealed; observers, approvers and people taken off never", () => {
    const members = [...room.members, someone("obs", "observer"), someone("app", "approver"), { ...someone("gone"), isRemoved: true }];
    expect(waitingFor({ ...room, members }).map(({ id }) => id)).toEqual(["bo", "cy"]);
    const reveals = [{ question: "cost" as const, at: at(0) }];
    expect(waitingFor({ ...room, reveals, readies: ready("bo", QUESTION_IDS.slice(0, 4)) }).map(({ id }) => id)).toEqual(["ada", "cy"]);
    expect(waitingFor({ ...room, reveals: QUESTION_IDS.map((question) => ({ question, at: at(0) })) })).toEqual([]);
  });
});

describe("being asked whether one is ready", () => {
  it("is told to the one who was asked, for ten minutes", () => {
    expect(nudgeFor({ worksheet: asked, memberId: "bo", now: past(599) })).toEqual({ byName: "ada", at: at(0) });
    expect(nudgeFor({ worksheet: asked, memberId: "bo", now: past(600) })).toBeNull();
    expect(nudgeFor({ worksheet: asked, memberId: "cy", now: past(1) })).toBeNull();
    expect(nudgeFor({ worksheet: asked, memberId: "", now: past(1) })).toBeNull();
  });

  it("is over once they are ready", () => {
    expect(nudgeFor({ worksheet: { ...asked, readies: ready("bo") }, memberId: "bo", now: past(1) })).toBeNull();
  });
});

describe("a room at rest", () => {
  const isStill = (change: Partial<typeof room>, seconds: number, closesAt: string | null = null) =>
    isRoomStill({ worksheet: { ...room, ...change }, closesAt, now: past(seconds) });

  it("is one where nobody who is not ready saved anything for two minutes", () => {
    expect(isStill({}, 119)).toBe(false);
    expect(isStill({}, 120)).toBe(true);
    expect(isStill({ answers: [saved("cy", 30)] }, 149)).toBe(false);
    expect(isStill({ answers: [saved("cy", 30)] }, 150)).toBe(true);
    // What somebody who is ready changes disturbs nothing.
    expect(isStill({ answers: [saved("ada", 100)] }, 120)).toBe(true);
  });

  it("has begun, is waiting for somebody, is no single person, and was not told to take its time", () => {
    expect(isStill({ readies: [] }, 600)).toBe(false);
    expect(isStill({ readies: [...ready("ada"), ...ready("bo"), ...ready("cy")] }, 600)).toBe(false);
    expect(isStill({ members: [someone("bo")], readies: ready("bo", ["scale"]) }, 600)).toBe(false);
    expect(isStill({}, 600, at(601))).toBe(false);
    expect(isStill({}, 600, at(600))).toBe(true);
  });

  it("is disturbed by who has just joined", () => {
    expect(isStill({ members: [...room.members, { ...someone("dee"), joinedAt: at(500) }] }, 600)).toBe(false);
  });
});
