import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../worksheet/schema";
import { decideRevision, mayAnswer } from "./decide";
import { DEFAULT_RULE } from "./rule";

const asked = (...ids: string[]) => ids.map((id, index) => ({ id, place: index + 1 }));
const said = (approverId: string, verdict: Verdict = "approve") => ({ approverId, verdict });

describe("a revision", () => {
  it.each([
    ["stays proposed while somebody is missing", asked("a", "b"), [said("a")], null, "proposed"],
    [
      "is accepted once everybody approved, with whatever words",
      asked("a", "b"),
      [said("a"), said("b", "disagree_and_commit")],
      null,
      "accepted",
    ],
    ["stays open to the others when one asks for changes", asked("a", "b", "c"), [said("a"), said("b", "decline")], null, "proposed"],
    ["is rejected once all have answered and one asks for changes", asked("a", "b"), [said("a"), said("b", "decline")], null, "rejected"],
    [
      "is accepted by two of three, whatever the third says",
      asked("a", "b", "c"),
      [said("a"), said("b", "decline"), said("c")],
      2,
      "accepted",
    ],
    ["needs no more than are asked", asked("a"), [said("a")], 3, "accepted"],
    [
      "is rejected when all of two of three have answered and one said yes",
      asked("a", "b", "c"),
      [said("a"), said("b", "decline"), said("c", "decline")],
      2,
      "rejected",
    ],
    ["does not count people who are no longer asked", asked("a"), [said("b", "decline")], null, "proposed"],
    ["is not accepted by an empty room", [], [], null, "proposed"],
  ])("%s", (_name, approvers, approvals, required, expected) => {
    expect(decideRevision({ approvers, approvals, required })).toBe(expected);
  });

  it("never turns from accepted by one more yes, and an accepted one always has the yeses it needs", () => {
    const verdict = fc.constantFrom<Verdict>("approve", "approve_with_reservation", "disagree_and_commit", "decline");
    fc.assert(
      fc.property(fc.array(fc.option(verdict), { maxLength: 8 }), fc.option(fc.integer({ min: 1, max: 9 })), (verdicts, required) => {
        const approvers = asked(...verdicts.map((_, i) => `p${i}`));
        const approvals = verdicts.flatMap((given, i) => (given === null ? [] : [said(`p${i}`, given)]));
        const status = decideRevision({ approvers, approvals, required });
        const yes = approvals.filter((approval) => approval.verdict !== "decline").length;
        expect(status === "accepted").toBe(approvers.length > 0 && yes >= Math.min(required ?? approvers.length, approvers.length));
        const missing = approvers.find(({ id }) => !approvals.some((approval) => approval.approverId === id));
        if (status === "accepted" && missing)
          expect(decideRevision({ approvers, approvals: [...approvals, said(missing.id)], required })).toBe("accepted");
      }),
    );
  });
});

describe("an approver", () => {
  const now = "2026-11-20T14:00:00.000Z";
  const at = (approverId: string, rest: Partial<Parameters<typeof mayAnswer>[0]> = {}) => {
    const result = mayAnswer({ approverId, approvers: asked("a", "b", "c"), approvals: [], rule: DEFAULT_RULE, now, ...rest });
    return result.ok ? "may" : result.reason;
  };
  const inOrder = { ...DEFAULT_RULE, inOrder: true };

  it.each([
    ["may answer in any order", "c", {}, "may"],
    ["waits for those before them when asked in order", "b", { rule: inOrder }, "not_your_turn"],
    ["comes first when asked in order", "a", { rule: inOrder }, "may"],
    ["has their turn after an answer, whatever it was", "b", { rule: inOrder, approvals: [said("a", "decline")] }, "may"],
    ["may change their answer later", "a", { rule: inOrder, approvals: [said("a"), said("b")] }, "may"],
    ["comes too late after the deadline", "a", { rule: { ...DEFAULT_RULE, deadline: "2026-11-20T13:59:59.000Z" } }, "deadline_passed"],
    ["is in time until the deadline, in any time zone", "a", { rule: { ...DEFAULT_RULE, deadline: "2026-11-20T19:45:00+05:45" } }, "may"],
    ["who is not asked may not", "d", {}, "not_asked"],
  ])("%s", (_name, who, rest, expected) => {
    expect(at(who, rest)).toBe(expected);
  });
});
