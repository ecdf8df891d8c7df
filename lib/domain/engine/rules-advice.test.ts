import { describe, expect, it } from "vitest";
import rules from "../../../messages/en/rules.json";
import type { Answers } from "../answers/schema";
import { evaluate } from "./evaluate";
import { breakEvenWritesPerDay } from "./rules-advice";
import { evaluationInWords } from "./words";

const said = (answers: Answers, today?: string) =>
  evaluationInWords(evaluate({ answers, ...(today && { today }) }, { flips: false }), { rules }, "en").warnings.filter(
    ({ candidate }) => candidate === null,
  );

type Case = [rule: string, answers: Answers, text: RegExp];
const graph: Answers = { workload: { primary: "graph" } };
/** Neo4j leads while MySQL runs. */
const moving = (migration: Answers["migration"]): Answers => ({ ...graph, frame: { incumbent: "mysql" }, migration });

describe.each<[string, { fires: Case[]; silent: [rule: string, answers: Answers][] }]>([
  [
    "specialities, second stores and hosting",
    {
      fires: [
        ["W-12", { workload: { primary: "olap" }, scale: { y3: { data_gb: 2_000_000 } } }, /^Petabytes/],
        ["W-12", { workload: { primary: "time_series" }, scale: { y3: { writes_s: 1_000_000 } } }, /^A million ticks/],
        ["W-12", { frame: { must_have_features: ["geospatial queries"] } }, /PostGIS/],
        ["SEC-03", { workload: { primary: "relational", search_features: ["facets"] } }, /source of truth/],
        ["HOST-04", { ops: { hosting: "self_host_only" } }, /600 to 1,200 USD/],
        ["HOST-04", { ops: { residency: "self_host_mandatory" }, cost: { engineer_hour_usd: 100 } }, /\(400 USD\)/],
        ["HOST-05", { ops: { hosting: "managed_only", extensions: ["postgis"] } }, /superuser/],
        ["HOST-06", { frame: { rto_s: 30 } }, /60 to 120/],
        ["HOST-07", { frame: { local_parity: "yes" }, ops: { hosting: "prefer_managed" } }, /run PostgreSQL itself/],
      ],
      silent: [
        ["W-12", { frame: { must_have_features: ["full-text search"] } }],
        ["W-12", { workload: { primary: "olap" }, scale: { y3: { data_gb: 500 } } }],
        ["SEC-03", { workload: { primary: "graph", max_hops: 4, edges_millions: 2 } }],
        ["HOST-04", { ops: { hosting: "either" } }],
        ["HOST-05", { ops: { hosting: "managed_only", extensions: [] } }],
        ["HOST-06", { frame: { rto_s: 30 }, ops: { clouds: ["gcp"] } }],
        ["HOST-07", { frame: { local_parity: "no" }, ops: { hosting: "managed_only" } }],
      ],
    },
  ],
  [
    "money at scale",
    {
      fires: [
        [
          "P-04",
          { workload: { primary: "key_value" }, cost: { requests_day: 50_000 } },
          /50,000 writes a day: .* near 2,500,000 .* on demand is cheaper/,
        ],
        [
          "P-04",
          { workload: { primary: "key_value", read_pct: 90 }, cost: { requests_day: 50_000_000 } },
          /5,000,000 writes.* a node is cheaper/,
        ],
        ["P-10", { scale: { y3: { data_gb: 12_000 } } }, /^At 12 TB/],
      ],
      silent: [
        ["P-04", { workload: { primary: "relational" }, cost: { requests_day: 50_000 } }],
        ["P-10", { scale: { y3: { data_gb: 9_999 } } }],
      ],
    },
  ],
  [
    "best practice",
    {
      fires: [
        ["BP-1", { ...graph, scale: { evidence: "none" } }, /Neo4j leads/],
        ["BP-2", { process: { top_queries_written: 3 } }, /^Only 3 queries/],
        ["BP-3", { process: { exit_plan: "no" } }, /no exit plan/],
        ["BP-4", { ops: { team_size: 5, hosting: "self_host_only" } }, /team of 5 people/],
        ["BP-5", { ...graph, process: { benchmark: "none" } }, /Neo4j was not measured/],
        ["BP-6", { cost: { components: ["infrastructure", "operations", "training", "migration"] } }, /^4 of six/],
        [
          "BP-7",
          { workload: { primary: "embedded", embedded_only: "yes" }, ops: { current_stores: ["mysql", "redis", "kafka"] } },
          /3 kinds of store/,
        ],
        ["BP-8", { process: { filled_by: 1 } }, /two people/],
        ["BP-8", { process: { adr: "no" } }, /two people/],
      ],
      silent: [
        ["BP-1", { workload: { primary: "relational" }, scale: { evidence: "none" } }],
        ["BP-1", { workload: { primary: "embedded", embedded_only: "yes" }, scale: { evidence: "none" } }],
        ["BP-1", graph],
        ["BP-2", { process: { top_queries_written: 10 } }],
        ["BP-4", { ops: { team_size: 5, hosting: "self_host_only", residency: "self_host_mandatory" } }],
        ["BP-5", { process: { benchmark: "none" } }],
        ["BP-6", { cost: { components: ["infrastructure"] } }],
        ["BP-7", { ops: { current_stores: ["postgresql", "redis", "kafka"] } }],
        ["BP-8", { process: { filled_by: 2, adr: "yes" } }],
      ],
    },
  ],
  [
    "the way from what runs today",
    {
      fires: [
        ["MIG-1", moving({ data_gb: 50, copy_gb_per_min: 5, downtime_ok_min: 30 }), /takes 10 of the 30 minutes/],
        ["MIG-1b", moving({ data_gb: 2_000 }), /Do not move/],
        ["MIG-1b", moving({ downtime_ok_min: 0 }), /Do not move/],
        ["MIG-2", moving({ app_changeable: "yes", log_available: "no" }), /outbox/],
        ["MIG-3", moving({ log_available: "yes", downtime_ok_min: 10 }), /change log/],
        ["MIG-G3", moving({ log_available: "yes", downtime_ok_min: 10 }), /secondary indexes/],
        ["MIG-4", moving({ feature_slices: "yes", legacy_unknowns: "yes" }), /feature by feature/],
        ["MIG-4", moving({ feature_slices: "yes", months: 6 }), /feature by feature/],
        [
          "MIG-G1",
          moving({ feature_slices: "yes", months: 6, log_available: "yes", downtime_ok_min: 5 }),
          /Prefer following the change log/,
        ],
        ["MIG-G2", moving({ rollback_min: 30 }), /would take 30 minutes; aim for five/],
        ["MIG-G2", moving({ rollback_min: 5 }), /quick enough/],
        ["MIG-G4", moving({ months: 1, data_gb: 500 }), /^One month/],
        ["MIG-2", { ...moving({ app_changeable: "yes", log_available: "no" }), frame: { incumbent: "custom" } }, /outbox/],
      ],
      silent: [
        ["MIG-1", moving({ data_gb: 50, copy_gb_per_min: 5, downtime_ok_min: 29 })],
        ["MIG-1", moving({ data_gb: 50 })],
        [
          "MIG-G2",
          {
            workload: { primary: "relational" },
            frame: { incumbent: "mysql", estate_standard: ["mysql"] },
            migration: { rollback_min: 30 },
          },
        ],
        ["MIG-G2", { ...graph, frame: { incumbent: "none" }, migration: { rollback_min: 30 } }],
        ["MIG-G2", { ...graph, migration: { rollback_min: 30 } }],
        ["MIG-G2", { frame: { incumbent: "amazon-rds" }, migration: { rollback_min: 30 } }],
        ["MIG-G4", moving({ months: 3, data_gb: 500 })],
      ],
    },
  ],
])("advice on %s", (_, { fires, silent }) => {
  it.each(fires)("%s speaks", (id, answers, text) => {
    expect(said(answers).find((warning) => warning.id === id)?.text).toMatch(text);
  });

  it.each(silent)("%s is silent", (id, answers) => {
    expect(said(answers).map((warning) => warning.id)).not.toContain(id);
  });
});

describe("the end of support of what runs", () => {
  const ending: Answers = { frame: { incumbent: "mysql", end_of_support: "2028-05-20" } };

  it.each([
    ["2026-11-20", true],
    ["2026-11-19", false],
    [undefined, true],
  ])("read on %s warns: %s", (today, warns) => {
    expect(said(ending, today).some(({ id }) => id === "F-14")).toBe(warns);
  });
});

describe("a product for several audiences", () => {
  it("is decided once for each", () => {
    const answers: Answers = { workload: { primary: "key_value" }, frame: { distribution: "several" }, ops: { clouds: ["aws"] } };
    const { audiences = [] } = evaluate({ answers }, { flips: false });
    const alone = (distribution: "hosted_by_us" | "shipped_to_customers") =>
      evaluate({ answers: { ...answers, frame: { distribution } } }, { flips: false }).shortlist.map(({ id }) => id);
    expect(audiences).toEqual([
      { distribution: "hosted_by_us", shortlist: alone("hosted_by_us") },
      { distribution: "shipped_to_customers", shortlist: alone("shipped_to_customers") },
    ]);
    expect(audiences[0]?.shortlist).toContain("dynamodb");
    expect(audiences[1]?.shortlist).not.toContain("dynamodb");
  });

  it("is the only one decided twice", () => {
    expect(evaluate({ answers: { frame: { distribution: "hosted_by_us" } } }, { flips: false }).audiences).toBeUndefined();
  });
});

describe("breakEvenWritesPerDay", () => {
  it.each([
    [47, 2_500_000],
    [0, 0],
    [470, 25_100_000],
  ])("%d USD a month buys about %d writes a day on demand", (usd, writes) => {
    expect(breakEvenWritesPerDay(usd)).toBe(writes);
  });
});
