import { describe, expect, it } from "vitest";
import { decideRevision } from "./decide";

const yes = (approverId: string) => ({ approverId, verdict: "approve" as const });

describe("a revision", () => {
  it.each([
    ["stays proposed while somebody is missing", ["a", "b"], [yes("a")], "proposed"],
    [
      "is accepted once everybody approved, with whatever words",
      ["a", "b"],
      [yes("a"), { approverId: "b", verdict: "disagree_and_commit" as const }],
      "accepted",
    ],
    ["is rejected by one decline", ["a", "b"], [yes("a"), { approverId: "b", verdict: "decline" as const }], "rejected"],
    ["does not count people who are no longer approvers", ["a"], [{ approverId: "b", verdict: "decline" as const }], "proposed"],
    ["is not accepted by an empty room", [], [], "proposed"],
  ])("%s", (_name, approvers, approvals, expected) => {
    expect(decideRevision({ approvers, approvals })).toBe(expected);
  });
});
