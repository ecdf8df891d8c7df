import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "../answers/fields";
import type { Answers } from "../answers/schema";
import { CATALOGUE } from "../catalogue/catalogue";
import { catalogueSchema } from "../catalogue/schema";
import { AppError } from "../errors";
import { withAnswer } from "./answer-path";
import { evaluate } from "./evaluate";
import { type CustomSystem, customSystemSchema, evaluateRequestSchema } from "./schema";
import { anyValue } from "./testing/any-answers";

const told = (answers: Answers) => {
  const { warnings, questions } = evaluate({ answers }, { flips: false });
  return [...warnings, ...questions].filter(({ candidate }) => candidate === null).map(({ id }) => id);
};
const refused = (request: unknown) => evaluateRequestSchema.safeParse(request).error?.issues.map(({ path }) => path.join("."));

describe("answers that contradict each other", () => {
  it.each<[string, string, Answers]>([
    ["year 3 below year 1", "IN-1", { scale: { y1: { users: 900 }, y3: { users: 300 } } }],
    ["year 1 below today", "IN-1", { scale: { now: { data_gb: 50 }, y1: { data_gb: 5 } } }],
    ["a table larger than all data", "IN-1", { scale: { y3: { data_gb: 10, largest_table_gb: 20 } } }],
    ["money without atomic changes", "C-05", { consistency: { ops: ["money"], atomic: "none" } }],
    ["joins between things that have nothing to do with each other", "IN-3", { workload: { entities_related: "no", joins_needed: "yes" } }],
    ["an embedded database for many hosts", "IN-3", { workload: { embedded_only: "yes", app_hosts: "many" } }],
    ["more people on call than there are", "IN-4", { ops: { team_size: 2, oncall: 5 } }],
  ])("%s are asked about", (_, id, answers) => {
    expect(told(answers)).toContain(id);
  });

  it.each<[string, Answers]>([
    ["growth", { scale: { now: { users: 10 }, y1: { users: 20 }, y3: { users: 30 } } }],
    ["one year alone", { scale: { y3: { users: 30 } } }],
    ["money with atomic changes", { consistency: { ops: ["money"], atomic: "many_records", row_locks: "yes" } }],
  ])("%s is not", (_, answers) => {
    expect(told(answers).filter((id) => ["IN-1", "C-05", "IN-3", "IN-4"].includes(id))).toEqual([]);
  });
});

describe("answers that cannot be", () => {
  it("of nobody using it, or of more writes than anyone ever made, are asked about", () => {
    expect(told({ scale: { y1: { users: 0 } } })).toContain("IN-2");
    expect(told({ scale: { y3: { writes_s: 1e12 } } })).toContain("IN-2");
    expect(told({ scale: { y3: { writes_s: 50_000, users: 3 } } })).not.toContain("IN-2");
  });

  it("beyond the limits of a number are refused by path", () => {
    expect(refused({ answers: { scale: { y3: { writes_s: 1e16 } } } })).toEqual(["answers.scale.y3.writes_s"]);
    expect(refused({ answers: { scale: { y3: { writes_s: -1 } } } })).toEqual(["answers.scale.y3.writes_s"]);
    expect(refused({ answers: { workload: { read_pct: 101 } } })).toEqual(["answers.workload.read_pct"]);
    expect(refused({ answers: { workload: { primary: "hierarchical" } } })).toEqual(["answers.workload.primary"]);
    expect(refused({ answers: { frame: { end_of_support: "soon" } } })).toEqual(["answers.frame.end_of_support"]);
  });

  it("never crash the engine, whatever one field says", () => {
    const extreme = fc.constantFrom(...FIELDS).chain((field) => {
      const value = field.type === "number" ? fc.constantFrom(0, 1e-9, 1e12, 1e15) : anyValue(field);
      return fc.record({ path: fc.constant(field.path), value });
    });
    fc.assert(
      fc.property(fc.array(extreme, { maxLength: 12 }), (given) => {
        const answers = given.reduce<Answers>((all, { path, value }) => withAnswer(all, path, value), {});
        const { shortlist, relaxations = [] } = evaluate({ answers }, { flips: false });
        expect(shortlist.length > 0 || relaxations.length > 0).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

describe("ids that nobody knows", () => {
  it("are refused by path", () => {
    const request = {
      answers: {},
      candidates: ["postgresql", "no-such-db"],
      overrides: [{ candidate: "ghost", action: "exclude" as const, reason: "x" }],
    };
    try {
      evaluate(request);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).errors?.map(({ path }) => path)).toEqual(["candidates.1", "overrides.0.candidate"]);
    }
  });

  it("stay the team's own words where free text is asked for", () => {
    const answers: Answers = {
      frame: { incumbent: "our-old-thing", estate_standard: ["nobody-knows-this"] },
      ops: { current_stores: ["dbase"] },
    };
    expect(evaluate({ answers }, { flips: false }).standing[0]).toMatchObject({ kind: "what_we_run", id: null });
  });
});

describe("a candidate of the team's own with half its facts", () => {
  it("is judged by those, and by no other is it removed", () => {
    const anyHalf = fc.record(
      {
        transactions: fc.constantFrom("none", "single-record", "multi-record", "multi-shard"),
        strongest: fc.constantFrom("serializable", "eventual"),
        on_prem: fc.boolean(),
        osi_approved: fc.boolean(),
        max_gb: fc.constantFrom(1, 1_000),
        self_host_difficulty: fc.constantFrom(1, 5),
      },
      { requiredKeys: [] },
    );
    const hard: Answers = {
      workload: { primary: "relational", entities_related: "yes", joins_needed: "yes", embedded_only: "no" },
      consistency: { ops: ["money"], level: "serializable", loss_ok_s: 0 },
      scale: { evidence: "production", y3: { writes_s: 1e6, data_gb: 1e5 } },
      ops: { hosting: "self_host_only" },
      cost: { licence_policy: "osi_only", budget_binding: "yes", budget_month: 1 },
    };
    fc.assert(
      fc.property(anyHalf, (facts) => {
        const custom = customSystemSchema.parse({ id: "ours", name: "Ours", ...facts }) as CustomSystem;
        const own = evaluate({ answers: hard, custom: [custom] }, { flips: false }).candidates.find(({ id }) => id === "ours");
        const removing = own?.rules.filter(({ effect, outcome }) => effect === "ELIM" && outcome === "fires") ?? [];
        expect(removing.length === 0 || Object.keys(facts).length > 0).toBe(true);
        expect(removing.filter(({ fact }) => fact === null || fact.value === null)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("with a fact that no system can have is refused by path", () => {
    expect(refused({ custom: [{ id: "ours", name: "Ours", self_host_difficulty: 9 }] })).toEqual(["custom.0.self_host_difficulty"]);
    expect(refused({ custom: [{ id: "Our DB", name: "Ours" }] })).toEqual(["custom.0.id"]);
    expect(refused({ custom: [{ id: "ours", name: "Ours", speed: "fast" }] })).toEqual(["custom.0"]);
  });
});

describe("a catalogue file with a broken word in it", () => {
  it("is refused, and the place is named", () => {
    const planted = structuredClone(CATALOGUE);
    Object.assign(planted.systems[3]?.scale ?? {}, { write_scaling: "infinite" });
    expect(catalogueSchema.safeParse(planted).error?.issues.map(({ path }) => path.join("."))).toEqual(["systems.3.scale.write_scaling"]);
    expect(catalogueSchema.safeParse(CATALOGUE).success).toBe(true);
  });
});
