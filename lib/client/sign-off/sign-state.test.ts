import { describe, expect, it } from "vitest";
import type { ApprovalView, RevisionView, WorksheetView } from "@/lib/domain/worksheet/schema";
import { adrNumber, earlierRevision, groupHash, shortHash, signStateOf } from "./sign-state";

const revision = (n: number, status: RevisionView["status"]): RevisionView => ({
  n,
  status,
  sha256: "ab".repeat(32),
  at: "2026-11-20T14:00:00.000Z",
  decidedAt: null,
});

const approval = (approverId: string, n: number, rest: Partial<ApprovalView> = {}): ApprovalView => ({
  approverId,
  name: approverId,
  revision: n,
  verdict: "approve",
  comment: "",
  assurance: "C",
  how: "handed_link",
  at: "2026-11-20T14:02:00.000Z",
  isStale: false,
  ...rest,
});

type Part = Pick<WorksheetView, "isRevealed" | "approvers" | "approvals" | "revisions">;
const dee = { id: "dee", name: "Dee", isYou: false };
const elif = { id: "elif", name: "Élif", isYou: false };
const view = (part: Partial<Part>) =>
  ({ isRevealed: true, approvers: [dee, elif], approvals: [], revisions: [], ...part }) as unknown as WorksheetView;

describe("the state of a sign-off", () => {
  it.each([
    ["nothing to freeze before the reveal", { isRevealed: false }, "notYet"],
    ["an approver is asked for first", { approvers: [] }, "noApprover"],
    ["a draft with approvers can be frozen", {}, "draft"],
    ["a frozen revision waits for everyone", { revisions: [revision(1, "proposed")] }, "waiting"],
    ["one of two is partly", { revisions: [revision(1, "proposed")], approvals: [approval("dee", 1)] }, "partly"],
    ["an accepted revision is complete", { revisions: [revision(1, "accepted")], approvals: [approval("dee", 1)] }, "accepted"],
    [
      "one who declines asks for changes",
      { revisions: [revision(1, "proposed")], approvals: [approval("dee", 1, { verdict: "decline" })] },
      "changes",
    ],
    [
      "a withdrawn revision leaves stale approvals",
      { revisions: [revision(1, "withdrawn")], approvals: [approval("dee", 1, { isStale: true })] },
      "stale",
    ],
  ] satisfies [string, Partial<Part>, string][])("%s", (_name, part, stage) => {
    expect(signStateOf(view(part)).stage).toBe(stage);
  });

  it("counts an approval of an older revision as stale and its giver as waiting", () => {
    const state = signStateOf(view({ revisions: [revision(1, "withdrawn"), revision(2, "proposed")], approvals: [approval("dee", 1)] }));
    expect(state.lines[0]).toMatchObject({ isStale: true });
    expect(state.waiting.map((line) => line.approver.id)).toEqual(["dee", "elif"]);
    expect(state.nextRevision).toBe(3);
  });

  it("compares with the revision that this approver answered, else with the one before", () => {
    const parts = view({
      revisions: [revision(1, "withdrawn"), revision(2, "withdrawn"), revision(3, "proposed")],
      approvals: [approval("dee", 1)],
    });
    const [dees, elifs] = signStateOf(parts).lines;
    expect([earlierRevision(parts, dees ?? null)?.n, earlierRevision(parts, elifs ?? null)?.n, earlierRevision(parts, null)?.n]).toEqual([
      1, 2, 2,
    ]);
    expect(earlierRevision(view({ revisions: [revision(1, "proposed")] }), null)).toBe(null);
  });

  it("prints hashes in groups of four and numbers with four digits", () => {
    expect(groupHash("9f2c71a044be")).toBe("9f2c 71a0 44be");
    expect(shortHash("9f2c71a044be")).toBe("9f2c…be");
    expect(adrNumber(3)).toBe("0003");
  });
});
