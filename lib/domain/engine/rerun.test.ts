import { describe, expect, it } from "vitest";
import { recordEvaluation } from "../record/record-evaluation";
import { evaluate } from "./evaluate";
import type { Trail } from "./replay";
import { rerunDifference } from "./rerun";
import { VERSIONS } from "./rules";

const request = { answers: { workload: { primary: "relational" as const }, consistency: { atomic: "many_records" as const } } };

function aTrail(): Trail {
  return { evaluation: recordEvaluation({ request, evaluation: evaluate(request), survival: null }), versions: VERSIONS };
}

describe("running a decision again", () => {
  it("finds nothing where nothing changed", () => {
    expect(rerunDifference(aTrail())).toMatchObject({ isSameList: true, candidates: [], versions: { was: VERSIONS, is: VERSIONS } });
  });

  it("shows both lists, and the rule and candidate that fare differently", () => {
    const trail = aTrail();
    const [first] = trail.evaluation.shortlist;
    const candidates = trail.evaluation.candidates.map((candidate) =>
      candidate.id === "cassandra" ? { ...candidate, status: "remaining" as const, leftAt: null, rules: [] } : candidate,
    );
    const was = { ...trail.evaluation, candidates, shortlist: [{ ...(first ?? { hosting: [], companions: [] }), id: "cassandra" }] };
    const found = rerunDifference({ evaluation: was, versions: { ...VERSIONS, rules: "old" } });
    expect(found?.isSameList).toBe(false);
    expect(found?.shortlist.was.map(({ id }) => id)).toEqual(["cassandra"]);
    expect(found?.versions.was.rules).toBe("old");
    const cassandra = found?.candidates.find(({ id }) => id === "cassandra");
    expect(cassandra).toMatchObject({ was: { status: "remaining" }, is: { status: "eliminated" } });
    expect(cassandra?.rules.map(({ id }) => id)).toContain("C-02");
  });

  it("says so where the request can no longer be asked", () => {
    const trail = aTrail();
    expect(rerunDifference({ ...trail, evaluation: { ...trail.evaluation, request: { answers: { nothing: 1 } } } })).toBeNull();
    const gone = { ...request, overrides: [{ candidate: "dropped-db", action: "restore", reason: "why" }] };
    expect(rerunDifference({ ...trail, evaluation: { ...trail.evaluation, request: gone } })).toBeNull();
  });
});
