import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers } from "../answers/schema";
import type { RecordEvaluation, RecordRule } from "../record/evaluation-schema";
import { recordEvaluation } from "../record/record-evaluation";
import { evaluate } from "./evaluate";
import { replay } from "./replay";
import { VERSIONS } from "./rules";
import type { EvaluateRequest } from "./schema";
import { anyAnswers } from "./testing/any-answers";

const ledger: Answers = {
  workload: { primary: "relational", entities_related: "yes", joins_needed: "yes" },
  consistency: { ops: ["money"], atomic: "many_records" },
  scale: { evidence: "benchmark", y3: { writes_s: 60_000 } },
};

/** With flips the record holds thresholds as well; they take most of the time. */
function recorded(request: EvaluateRequest, flips = false): RecordEvaluation {
  const evaluation = recordEvaluation({ request, evaluation: evaluate(request, { flips }), survival: null });
  // As it comes back from a file.
  return JSON.parse(JSON.stringify(evaluation)) as RecordEvaluation;
}

function withRule(evaluation: RecordEvaluation, at: { candidate: string; rule: string }, change: (rule: RecordRule) => void) {
  const planted = structuredClone(evaluation);
  const entry = planted.candidates.find(({ id }) => id === at.candidate)?.rules.find(({ id }) => id === at.rule);
  if (!entry) throw new Error(`No ${at.rule} on ${at.candidate}.`);
  change(entry);
  return planted;
}

describe("replay", () => {
  it("comes to the same bytes, whatever was asked", () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(replay({ evaluation: recorded({ answers }, true), versions: VERSIONS })).toEqual({ ok: true, versions: [] });
      }),
      { numRuns: 6 },
    );
  });

  it("repeats candidates of the team's own, overrides and the day as well", () => {
    const request: EvaluateRequest = {
      answers: { ...ledger, frame: { incumbent: "mysql", end_of_support: "2030-01-01" } },
      custom: [{ id: "house-db", name: "House DB", transactions: "none" }],
      overrides: [{ candidate: "mongodb", action: "restore", reason: "We run it." }],
      today: "2026-11-20",
    };
    expect(replay({ evaluation: recorded(request), versions: VERSIONS })).toEqual({ ok: true, versions: [] });
  });

  it("keeps numbers that members argued for beside the thresholds found again, and shows a threshold that is missing", () => {
    const request = { answers: { ...ledger, scale: { evidence: "benchmark", y3: { writes_s: 2_000 } } } } as EvaluateRequest;
    const preferred = [{ field: "scale.y3.writes_s", value: 80_000 }];
    const evaluation = recordEvaluation({ request, evaluation: evaluate(request, { preferred }), survival: null });
    expect(evaluation.thresholds).toContainEqual({ field: "scale.y3.writes_s", at: 80_000 });
    expect(replay({ evaluation, versions: VERSIONS }).ok).toBe(true);
    const planted = { ...evaluation, thresholds: [{ field: "scale.y3.writes_s", at: 80_000 }] };
    expect(replay({ evaluation: planted, versions: VERSIONS })).toMatchObject({
      ok: false,
      differences: [{ what: "result", was: planted.thresholds }],
    });
  });

  it("takes a whole record, with more versions than the engine's", () => {
    const versions = { ...VERSIONS, app: "0.1.0", prices: "2026-09" };
    expect(replay({ evaluation: recorded({ answers: ledger }), versions }).ok).toBe(true);
  });

  it("shows a changed answer as an answer, with what it was and is", () => {
    const evaluation = recorded({ answers: ledger });
    const planted = { ...evaluation, request: { answers: { ...ledger, consistency: { ops: ["money"], atomic: "one_record" } } } };
    const result = replay({ evaluation: planted, versions: VERSIONS });
    const differences = result.ok ? [] : result.differences;
    const first = differences.find(({ candidate, rule }) => candidate === "cassandra" && rule === "C-02");
    expect(first?.what).toBe("answer");
    expect(first?.was).toMatchObject({ answers: expect.arrayContaining([{ path: "consistency.atomic", value: "many_records" }]) });
    expect(first?.is).toMatchObject({ answers: expect.arrayContaining([{ path: "consistency.atomic", value: "one_record" }]) });
    expect(differences.filter(({ what }) => what === "fact" || what === "rule")).toEqual([]);
  });

  it("shows an answer that was taken away or added as an answer", () => {
    const evaluation = recorded({ answers: ledger });
    const without = replay({ evaluation: { ...evaluation, request: { answers: {} } }, versions: VERSIONS });
    expect(without.ok ? [] : without.differences.filter(({ what, rule }) => rule === "W-03" && what !== "answer")).toEqual([]);
    const more = { answers: { ...ledger, ops: { hosting: "managed_only" } } };
    const added = replay({ evaluation: { ...evaluation, request: more }, versions: VERSIONS });
    expect(added.ok).toBe(false);
  });

  it("shows a changed fact as exactly that", () => {
    const evaluation = withRule(recorded({ answers: ledger }), { candidate: "cassandra", rule: "C-02" }, (rule) => {
      rule.fact = { field: "transactions", value: "multi-record" };
    });
    expect(replay({ evaluation, versions: VERSIONS })).toMatchObject({
      ok: false,
      differences: [
        {
          what: "fact",
          candidate: "cassandra",
          rule: "C-02",
          was: { fact: { value: "multi-record" } },
          is: { fact: { value: "single-record" } },
        },
      ],
    });
  });

  it("shows a rule that spoke otherwise as exactly that", () => {
    const evaluation = withRule(recorded({ answers: ledger }), { candidate: "redis", rule: "W-03" }, (rule) => {
      rule.effect = "DEMOTE";
    });
    const result = replay({ evaluation, versions: VERSIONS });
    expect(result).toMatchObject({ ok: false, differences: [{ what: "rule", candidate: "redis", rule: "W-03" }] });
  });

  it("shows a rule that was left out, and a status that was changed", () => {
    const missing = structuredClone(recorded({ answers: ledger }));
    for (const one of missing.candidates) one.rules = one.rules.filter(({ id }) => id !== "S-05");
    const result = replay({ evaluation: missing, versions: VERSIONS });
    expect(result.ok ? [] : result.differences).toContainEqual(
      expect.objectContaining({ what: "rule", candidate: "postgresql", rule: "S-05", was: null }),
    );
    const renamed = structuredClone(recorded({ answers: ledger }));
    const mysql = renamed.candidates.find(({ id }) => id === "mysql");
    if (mysql) mysql.status = "shortlisted";
    expect(replay({ evaluation: renamed, versions: VERSIONS })).toMatchObject({
      ok: false,
      differences: [{ what: "result", candidate: "mysql", rule: null, was: { status: "shortlisted" } }],
    });
  });

  it("shows a hash that is not the trail's", () => {
    const evaluation = { ...recorded({ answers: ledger }), hash: "0".repeat(64) };
    const result = replay({ evaluation, versions: VERSIONS });
    expect(result.ok ? [] : result.differences.map(({ was }) => was)).toEqual(["0".repeat(64)]);
  });

  it("says which versions were decided with and which are today's", () => {
    const result = replay({ evaluation: recorded({ answers: ledger }), versions: { ...VERSIONS, catalogue: "2025-01" } });
    expect(result.versions).toEqual([
      {
        of: "catalogue",
        was: "2025-01",
        is: VERSIONS.catalogue,
        text: { id: "rules.replay.text", params: { of: "catalogue", was: "2025-01", is: VERSIONS.catalogue } },
      },
    ]);
  });

  it("reads the hash under the versions of its day", () => {
    const old = { ...VERSIONS, catalogue: "2025-01" };
    const now = recorded({ answers: {} });
    const first = replay({ evaluation: now, versions: old });
    const hash = first.ok ? "" : first.differences[0]?.is;
    expect(replay({ evaluation: { ...now, hash: String(hash) }, versions: old })).toMatchObject({ ok: true });
  });

  it("reports a request that nobody can read any more, and a candidate that is gone", () => {
    const evaluation = recorded({ answers: ledger });
    expect(replay({ evaluation: { ...evaluation, request: { answers: { workload: { primary: "cobol" } } } }, versions: VERSIONS }).ok).toBe(
      false,
    );
    expect(replay({ evaluation: { ...evaluation, request: { answers: {}, candidates: ["gone"] } }, versions: VERSIONS }).ok).toBe(false);
  });
});
