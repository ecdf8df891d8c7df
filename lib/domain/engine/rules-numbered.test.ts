import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import rules from "../../../messages/en/rules.json";
import type { Answers } from "../answers/schema";
import { describeRules } from "./describe-rules";
import { evaluate } from "./evaluate";
import { needOf } from "./need";
import { ABOUT_WORKSHEET } from "./rules-about-worksheet";
import { METHOD_RULES } from "./rules-method";
import { evaluationInWords } from "./words";

/** How many rules each chapter of the decision rules numbers, corrections and frame included. */
const CHAPTERS: Record<string, number> = {
  "G-": 13,
  "W-": 13,
  "C-": 12,
  "LAD-": 5,
  "S-": 12,
  "CEIL-": 4,
  "ARC-": 4,
  "PAT-": 6,
  "O-": 12,
  "HOST-": 7,
  "P-": 11,
  "LK-": 4,
  "ANTI-": 12,
  "BP-": 8,
  "SEC-": 6,
  "MIG-": 4,
  "MIG-G": 4,
  "INC-": 5,
  "F-": 20,
  // Our own, about answers that contradict each other or cannot be.
  "IN-": 4,
};
const NUMBERED = Object.entries(CHAPTERS).flatMap(([chapter, last]) => Array.from({ length: last }, (_, i) => idOf(chapter, i + 1)));

function idOf(chapter: string, n: number): string {
  return ["G-", "W-", "C-", "S-", "O-", "P-", "F-", "HOST-", "LK-", "ANTI-", "SEC-"].includes(chapter)
    ? `${chapter}${String(n).padStart(2, "0")}`
    : `${chapter}${n}`;
}

describe("every numbered rule", () => {
  const described = describeRules().map(({ id }) => id);

  it("exists, itself or split by effect into lettered ones", () => {
    expect(NUMBERED.filter((id) => !described.some((one) => one === id || one.replace(/[a-z]$/, "") === id))).toEqual([]);
  });

  it("belongs to a chapter", () => {
    expect(described.filter((id) => !NUMBERED.includes(id.replace(/[a-z]$/, "")))).toEqual([]);
  });

  it("about the engine itself says where it is carried out", () => {
    expect(METHOD_RULES.filter(({ carriedOutBy }) => !existsSync(`lib/domain/engine/${carriedOutBy}`))).toEqual([]);
  });
});

const said = (answers: Answers) =>
  evaluationInWords(evaluate({ answers }, { flips: false }), { rules }, "en").warnings.filter(({ candidate }) => candidate === null);
const outcomeWithoutLead = (id: string, answers: Answers) => ABOUT_WORKSHEET.find((rule) => rule.id === id)?.test(needOf(answers), null);

type Case = [rule: string, answers: Answers, text: RegExp];
const dynamo: Answers = { workload: { primary: "key_value" }, frame: { estate_standard: ["dynamodb"] } };

describe.each<[string, { fires: Case[]; silent: [rule: string, answers: Answers][] }]>([
  [
    "archetypes",
    {
      fires: [
        ["ARC-1", { workload: { read_pct: 95 } }, /^95% of requests read/],
        ["ARC-2", { workload: { read_pct: 70 } }, /PostgreSQL or MySQL/],
        ["ARC-2", { workload: { read_pct: 30 }, scale: { y3: { writes_s: 200 } } }, /^With 30% reads/],
        ["ARC-3", { workload: { read_pct: 30 }, scale: { y3: { writes_s: 20_000 }, evidence: "benchmark" } }, /^20,000 writes/],
        ["ARC-4", { workload: { updates: "append_only" } }, /partition by time/],
      ],
      silent: [
        ["ARC-1", { workload: { read_pct: 89 } }],
        ["ARC-2", { workload: { read_pct: 90 } }],
        ["ARC-2", { workload: { read_pct: 30 } }],
        ["ARC-3", { workload: { read_pct: 30 }, scale: { y3: { writes_s: 20_000 }, evidence: "estimate" } }],
        ["ARC-3", { workload: { read_pct: 30 }, scale: { y3: { writes_s: 9_999 }, evidence: "benchmark" } }],
      ],
    },
  ],
  [
    "patterns",
    {
      fires: [
        ["PAT-1", { workload: { entities_related: "yes", joins_needed: "yes" } }, /PostgreSQL or MySQL first/],
        ["PAT-2", { workload: { shape_variation_pct: 40 } }, /^40% of the records/],
        ["PAT-3", { workload: { primary: "key_value", truth: "rebuildable_copy" } }, /never the only copy/],
        ["PAT-4", { workload: { primary: "time_series" }, scale: { y3: { writes_s: 100 } } }, /Partitioned tables/],
        ["PAT-4", { workload: { primary: "time_series" }, scale: { y3: { writes_s: 6_000 } } }, /^At 6,000 writes/],
        ["PAT-5", { workload: { search_features: ["keyword"] } }, /store that you have/],
        ["PAT-6", { workload: { max_hops: 1 } }, /^Paths of 1 link:/],
      ],
      silent: [
        ["PAT-1", { workload: { entities_related: "yes" } }],
        ["PAT-2", { workload: { shape_variation_pct: 19 } }],
        ["PAT-3", { workload: { primary: "key_value", truth: "source" } }],
        ["PAT-4", { workload: { primary: "time_series" }, scale: { y3: { writes_s: 60_000 } } }],
        ["PAT-5", { workload: { search_features: ["keyword", "facets"] } }],
        ["PAT-6", { workload: { max_hops: 3 } }],
      ],
    },
  ],
  [
    "the ladder",
    {
      fires: [
        ["LAD-1", { consistency: { level: "strict_serializable" } }, /^Strict serializable/],
        ["LAD-2", { consistency: { level: "serializable" } }, /tried again/],
        ["LAD-3", { consistency: { level: "snapshot" } }, /same old value/],
        ["LAD-4", { consistency: { level: "causal" } }, /token per session/],
        ["LAD-5", { consistency: { level: "eventual" } }, /copies meet/],
        ["C-09", { consistency: { level: "eventual", fresh_reads: "stale_ok" } }, /nothing is preferred/],
      ],
      silent: [
        ["LAD-3", { consistency: { level: "serializable" } }],
        ["C-09", { consistency: { level: "eventual" } }],
      ],
    },
  ],
  [
    "ceilings",
    {
      fires: [
        ["CEIL-1", { scale: { y3: { data_gb: 1_000 } } }, /^About 300 GB may be .* wants 429 GB/],
        ["CEIL-1", { scale: { y3: { data_gb: 1_000, hot_set_gb: 70 } } }, /^About 70 GB are read .* wants 100 GB/],
        ["CEIL-4", { ops: { hosting: "self_host_only", oncall: 1 } }, /one person on call/],
      ],
      silent: [
        ["CEIL-1", { scale: { y3: { data_gb: 100 } } }],
        ["CEIL-1", { scale: { y3: { data_gb: 1_000, hot_set_gb: 20 } } }],
        ["CEIL-4", { ops: { hosting: "either", oncall: 1 } }],
        ["CEIL-4", { ops: { hosting: "self_host_only", oncall: 4 } }],
      ],
    },
  ],
  [
    "incidents and lock-in",
    {
      fires: [
        ["INC-2", { workload: { primary: "wide_column" }, scale: { y1: { users: 500 } } }, /early for one/],
        ["INC-4", { ...dynamo, process: { exit_plan: "no" } }, /hypothetical/],
        ["INC-5", { ...dynamo, consistency: { values_compared: "yes" } }, /two refreshes/],
        ["ANTI-04", { ...dynamo, process: { proprietary: [] } }, /nobody wrote down/],
        [
          "ANTI-08",
          { ops: { current_stores: ["mysql", "mongodb", "redis"] }, frame: { estate_standard: ["postgresql"] } },
          /4 kinds of store/,
        ],
        ["LK-01", { ...dynamo, process: { exit_plan: "yes" } }, /of 12: (high|severe)/],
        ["SEC-06", { workload: { primary: "olap", secondary: ["object"] } }, /DuckLake for light jobs/],
      ],
      silent: [
        ["INC-2", { workload: { primary: "wide_column" }, scale: { y1: { users: 50_000 } } }],
        ["INC-4", { ...dynamo, process: { exit_plan: "yes" } }],
        ["INC-5", { workload: { primary: "relational" }, consistency: { values_compared: "yes" } }],
        ["ANTI-04", dynamo],
        ["ANTI-08", { ops: { current_stores: ["mysql", "mongodb"] } }],
        ["LK-01", dynamo],
        ["SEC-06", { workload: { primary: "olap" } }],
      ],
    },
  ],
])("%s", (_, { fires, silent }) => {
  it.each(fires)("%s fires on %j", (id, answers, text) => {
    expect(said(answers).find((warning) => warning.id === id)?.text).toMatch(text);
  });

  it.each(silent)("%s is silent on %j", (id, answers) => {
    expect(said(answers).filter((warning) => warning.id === id)).toEqual([]);
  });
});

describe("the second ceiling", () => {
  it("asks for the disk where a single writer gets more than an ordinary load", () => {
    const ids = (writes_s: number) =>
      evaluate({ answers: { scale: { y3: { writes_s } } } }, { flips: false }).questions.map(({ id }) => id);
    expect(ids(20_000)).toContain("CEIL-2");
    expect(ids(200)).not.toContain("CEIL-2");
  });
});

describe("rules about the leader", () => {
  it("say nothing without one", () => {
    for (const id of ["INC-2", "CEIL-2", "CEIL-4", "ANTI-08"]) {
      expect([id, outcomeWithoutLead(id, { scale: { evidence: "none", y3: { writes_s: 1e6 } } })]).toEqual([id, "no"]);
    }
  });
});
