import { describe, expect, it } from "vitest";
import type { Answers } from "../answers/schema";
import { AppError } from "../errors";
import { decide } from "./decide";
import { evaluate } from "./evaluate";
import { type Candidate, evaluateRequestSchema, evaluationSchema } from "./schema";

const find = (candidates: Candidate[], id: string) => candidates.find((candidate) => candidate.id === id);
const fired = (candidate?: Candidate) => candidate?.rules.filter((entry) => entry.outcome === "fires").map((entry) => entry.id) ?? [];

const ledger: Answers = {
  workload: { primary: "relational", entities_related: "yes", joins_needed: "yes" },
  consistency: { ops: ["money"], atomic: "many_records" },
};

describe("blank answers", () => {
  const { candidates, shortlist, openAssumptions } = evaluate({ answers: {} });

  it("eliminate nothing", () => {
    expect(candidates).toHaveLength(87);
    expect(candidates.filter(({ status }) => status === "eliminated" || status === "near-miss")).toEqual([]);
  });

  it("fire no rule that removes, and report them as unknown", () => {
    const removing = candidates.flatMap(({ rules }) => rules.filter((entry) => entry.effect === "ELIM"));
    expect(removing.length).toBeGreaterThan(0);
    expect(new Set(removing.map((entry) => entry.outcome))).toEqual(new Set(["unknown"]));
  });

  it("file tools and second stores without calling that elimination", () => {
    expect(find(candidates, "kafka")?.status).toBe("filed");
    expect(find(candidates, "elasticsearch")?.status).toBe("filed");
    expect(find(candidates, "amazon-rds")?.status).toBe("hosting");
  });

  it("list what the rules still wait for", () => {
    const fields = openAssumptions.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(["workload.primary", "consistency.atomic", "scale.y3.data_gb", "ops.hosting"]));
  });

  it("still give a list, with PostgreSQL first", () => {
    expect(shortlist[0]?.id).toBe("postgresql");
    expect(shortlist[0]?.hosting).toContain("amazon-rds");
  });
});

describe("an evaluation", () => {
  it("has the shape of the contract", () => {
    expect(evaluationSchema.safeParse(evaluate({ answers: ledger })).error).toBeUndefined();
  });

  it("is the same every time, down to the hash, and changes hash with the answers", () => {
    const first = evaluate({ answers: ledger });
    expect(evaluate({ answers: structuredClone(ledger) })).toEqual(first);
    expect(first.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(evaluate({ answers: { ...ledger, scale: { regions: "single" } } }).hash).not.toBe(first.hash);
  });

  it("agrees with the fast path", () => {
    expect(evaluate({ answers: ledger }).shortlist.map(({ id }) => id)).toEqual(decide(ledger));
  });

  it("cites rule, answer, fact and source for every elimination", () => {
    const cassandra = find(evaluate({ answers: ledger }).candidates, "cassandra");
    expect(cassandra).toMatchObject({ status: "eliminated", leftAt: "workload" });
    const atomic = cassandra?.rules.find((entry) => entry.id === "C-02");
    expect(atomic).toMatchObject({
      effect: "ELIM",
      outcome: "fires",
      fact: { field: "transactions", value: "single-record" },
      source: { rule: "C-02" },
    });
    expect(atomic?.answer).toContainEqual({ path: "consistency.atomic", value: "many_records" });
    expect(atomic?.source.facts.length).toBeGreaterThan(0);
  });

  it("credits the first step although later ones remove it too", () => {
    const redis = find(evaluate({ answers: { ...ledger, cost: { licence_policy: "osi_only" } } }).candidates, "dynamodb");
    expect(redis?.leftAt).toBe("workload");
    expect(fired(redis)).toEqual(expect.arrayContaining(["W-01", "W-03", "P-01"]));
  });

  it("asks for the stronger value where critical operations stand beside a weaker one", () => {
    const { questions, warnings } = evaluate({ answers: { consistency: { ops: ["inventory"], atomic: "one_record" } } });
    expect(questions.map(({ id }) => id)).toContain("C-05");
    expect(warnings.map(({ id }) => id)).toContain("C-05b");
  });

  it("says so when nothing is left", () => {
    const { shortlist, warnings, candidates } = evaluate({
      answers: { workload: { primary: "object" }, ops: { clouds: ["azure"], hosting: "managed_only" } },
    });
    expect(shortlist).toEqual([]);
    expect(warnings.map(({ id }) => id)).toContain("G-04");
    expect(find(candidates, "amazon-s3")?.comesBackIf).not.toEqual([]);
  });
});

describe("members of one family", () => {
  it("are named with their licences beside the one that leads", () => {
    const { shortlist } = evaluate({ answers: { workload: { primary: "search" } } });
    const search = shortlist.find(({ id }) => id === "elasticsearch");
    expect(search?.members).toEqual([{ id: "opensearch", name: "OpenSearch", licence: "Apache-2.0" }]);
  });

  it("drop out where their licence is refused", () => {
    const { shortlist, candidates } = evaluate({ answers: { workload: { primary: "wide_column" }, frame: { governance: "osi_only" } } });
    expect(shortlist.find(({ id }) => id === "cassandra")?.members).toEqual([]);
    expect(fired(find(candidates, "scylladb"))).toEqual(expect.arrayContaining(["F-05", "P-01"]));
  });
});

describe("low confidence", () => {
  it("turns an elimination into something to verify, and never onto the list", () => {
    const { shortlist, candidates } = evaluate({ answers: { workload: { embedded_only: "yes" }, ops: { hosting: "managed_only" } } });
    const questdb = find(candidates, "questdb");
    expect(questdb?.status).not.toBe("eliminated");
    expect(fired(questdb)).toContain("G-09");
    expect(questdb?.rules.find((entry) => entry.id === "W-10")?.effect).toBe("COND");
    expect(shortlist.map(({ id }) => id)).not.toContain("turso-libsql");
  });
});

describe("hosting", () => {
  const devices: Answers = {
    workload: { primary: "time_series" },
    ops: { extensions: ["timescaledb"], clouds: ["aws"], hosting: "managed_only" },
  };
  const { shortlist, candidates, companions } = evaluate({ answers: devices });

  it("loses the services that lack a needed extension", () => {
    expect(find(candidates, "amazon-rds")).toMatchObject({ status: "eliminated", leftAt: "ops" });
    expect(fired(find(candidates, "amazon-rds"))).toContain("O-05");
  });

  it("names the services that have no entry of their own", () => {
    expect(shortlist[0]).toMatchObject({ id: "postgresql", otherHosting: ["Tiger Cloud"] });
    expect(shortlist[0]?.hosting).not.toContain("amazon-rds");
  });

  it("counts the extension as no new store", () => {
    expect(companions.find(({ id }) => id === "timescaledb")?.need).toBe("included");
  });
});

describe("overrides", () => {
  it("bring an eliminated candidate back and keep what spoke against it", () => {
    const overrides = [{ candidate: "mongodb", action: "restore" as const, reason: "We run it for everything else." }];
    const { candidates } = evaluate({ answers: { workload: { embedded_only: "yes" } }, overrides });
    const mongodb = find(candidates, "mongodb");
    expect(["remaining", "shortlisted"]).toContain(mongodb?.status);
    expect(mongodb?.override).toEqual({ action: "restore", reason: "We run it for everything else." });
    expect(fired(mongodb)).toContain("W-10");
  });

  it("take a candidate out by hand", () => {
    const overrides = [{ candidate: "postgresql", action: "exclude" as const, reason: "Head office says no." }];
    const { candidates, shortlist } = evaluate({ answers: {}, overrides });
    expect(find(candidates, "postgresql")).toMatchObject({ status: "eliminated", leftAt: null, comesBackIf: [] });
    expect(shortlist.map(({ id }) => id)).not.toContain("postgresql");
  });
});

describe("candidates of the team's own", () => {
  const custom = [{ id: "house-db", name: "House DB", workload_fit: { relational: "native" as const }, transactions: "none" as const }];

  it("are judged by the same rules, and by what is known of them", () => {
    const free = evaluate({ answers: { workload: { primary: "relational" } }, custom });
    expect(find(free.candidates, "house-db")?.points).toBe(3);
    const bound = evaluate({ answers: { consistency: { atomic: "many_records" } }, custom });
    expect(find(bound.candidates, "house-db")).toMatchObject({ status: "eliminated", leftAt: "consistency" });
  });

  it("are not eliminated by what is not known", () => {
    const unknown = evaluate({ answers: { ops: { hosting: "managed_only" }, frame: { governance: "osi_only" } }, custom });
    expect(find(unknown.candidates, "house-db")?.status).not.toBe("eliminated");
  });

  it("can be the only ones compared", () => {
    const { candidates } = evaluate({ answers: {}, candidates: ["mysql", "mongodb"], custom });
    expect(candidates.map(({ id }) => id)).toEqual(["mysql", "mongodb", "house-db"]);
  });
});

describe("requests", () => {
  it("are refused with a path when they name what does not exist", () => {
    expect(() => evaluate({ answers: {}, candidates: ["mysql", "mysqll"] })).toThrow(AppError);
    try {
      evaluate({ answers: {}, overrides: [{ candidate: "nope", action: "exclude", reason: "x" }] });
    } catch (error) {
      expect((error as AppError).errors).toEqual([{ path: "overrides.0.candidate", message: "No such candidate." }]);
    }
  });

  it("refuse unknown keys and double overrides", () => {
    expect(evaluateRequestSchema.safeParse({ answers: {}, extra: 1 }).success).toBe(false);
    expect(evaluateRequestSchema.safeParse({ answers: { workload: { primry: "relational" } } }).success).toBe(false);
    const twice = { candidate: "mysql", action: "exclude", reason: "x" };
    expect(evaluateRequestSchema.safeParse({ overrides: [twice, twice] }).success).toBe(false);
    expect(evaluateRequestSchema.parse({})).toEqual({ answers: {} });
  });
});

describe("what always stands beside the list", () => {
  it("is what runs today and no new database", () => {
    const { standing } = evaluate({ answers: { frame: { incumbent: "mysql", current_bill_month: 400 } } });
    expect(standing.map(({ kind, id }) => [kind, id])).toEqual([
      ["what_we_run", "mysql"],
      ["no_new_database", null],
    ]);
  });

  it("puts no new database first where a store that runs would do", () => {
    const { standing } = evaluate({
      answers: { workload: { primary: "key_value", event_use: "job_queue" }, ops: { current_stores: ["postgresql"] } },
    });
    expect(standing).toMatchObject([{ kind: "no_new_database", id: "postgresql", isFirst: true }]);
  });
});
