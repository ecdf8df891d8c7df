import { describe, expect, it } from "vitest";
import { anotherName, changeRole, isNameTaken, leadOf, mayTakeOver, type Seat } from "./roles";

const NOON = Date.parse("2026-11-20T12:00:00.000Z");
const seen = (secondsAgo: number) => new Date(NOON - secondsAgo * 1_000).toISOString();
const seat = (id: string, rest: Partial<Seat> = {}): Seat => ({ id, role: "member", lastSeenAt: seen(0), isRemoved: false, ...rest });
const ada = seat("ada", { role: "facilitator", lastSeenAt: seen(61) });
const bo = seat("bo");

describe("who leads", () => {
  it("is the first facilitator until somebody was chosen, and again when the chosen one is gone", () => {
    const cy = seat("cy", { role: "facilitator" });
    expect(leadOf([bo, ada, cy], null)?.id).toBe("ada");
    expect(leadOf([bo, ada, cy], "cy")?.id).toBe("cy");
    expect(leadOf([bo, ada, { ...cy, isRemoved: true }], "cy")?.id).toBe("ada");
    expect(leadOf([bo], null)).toBeUndefined();
  });
});

describe("a change of role", () => {
  it.each([
    ["deputises a member", "deputise", bo, { ok: true, role: "facilitator", leads: false }],
    ["hands over to a member", "hand_over", bo, { ok: true, role: "facilitator", leads: true }],
    ["never lowers the lead", "undeputise", ada, { ok: false, reason: "is_lead" }],
    ["does not raise an observer", "deputise", seat("olga", { role: "observer" }), { ok: false, reason: "not_answering" }],
    ["does not raise an approver", "hand_over", seat("dee", { role: "approver" }), { ok: false, reason: "not_answering" }],
    ["does not touch somebody who was taken off", "deputise", { ...bo, isRemoved: true }, { ok: false, reason: "removed" }],
    ["tells the lead from a deputy", "hand_over", ada, { ok: false, reason: "already" }],
  ] as const)("%s", (_name, change, target, expected) => {
    expect(changeRole({ change, target, leadId: "ada" })).toEqual(expected);
  });
});

describe("taking over", () => {
  const asked = { seats: [ada, bo], chosen: null, memberId: "bo", isLocked: false, now: NOON };

  it("opens once the lead was silent for 60 seconds, and not a second before", () => {
    expect(mayTakeOver(asked)).toBe(true);
    expect(mayTakeOver({ ...asked, seats: [{ ...ada, lastSeenAt: seen(59) }, bo] })).toBe(false);
  });

  it("is not for observers, not for the lead themself, and not where it was locked", () => {
    expect(mayTakeOver({ ...asked, seats: [ada, { ...bo, role: "observer" }] })).toBe(false);
    expect(mayTakeOver({ ...asked, memberId: "ada" })).toBe(false);
    expect(mayTakeOver({ ...asked, isLocked: true })).toBe(false);
  });
});

describe("names", () => {
  it("are the same whatever their case, spaces and encoding", () => {
    expect(isNameTaken("  ADA ", ["Ada"])).toBe(true);
    expect(isNameTaken("E\u0301lif", ["Élif"])).toBe(true);
    expect(isNameTaken("Ada K.", ["Ada"])).toBe(false);
  });

  it("get the next number for another person", () => {
    expect(anotherName("Ada", ["Ada", "ada 2"])).toBe("Ada 3");
  });
});
