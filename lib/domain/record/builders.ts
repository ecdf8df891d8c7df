import type { Role } from "../worksheet/schema";
import type { RecordInput } from "./build-record";
import type { RecordCosts, RecordDesign } from "./costs-schema";
import type { RecordCandidate } from "./evaluation-schema";
import type { RecordApproval } from "./export-json";

/** A believable decision for tests: a shop's orders, three members who disagree about scale. */
export function aRecordInput(over: Partial<RecordInput> = {}): RecordInput {
  return {
    worksheet: {
      id: "0192f000-0000-7000-8000-000000000001",
      title: "Which database stores orders for the checkout rewrite?",
      scope: "Orders, stock and payments of the shop.\nSearch and reports are not decided here.",
      timeZone: "Europe/Berlin",
    },
    frame: { frame: { distribution: "hosted_by_us", incumbent: "mysql" }, ops: { clouds: ["aws"] } },
    members: [person("m-dee", "Dee Okafor", "facilitator"), person("m-bo", "Bo Lindqvist", "member"), person("m-cy", "Cy Marek", "member")],
    answers: [
      anAnswer("m-dee", "scale.y3.writes_s", 2000, "educated_guess"),
      anAnswer("m-bo", "scale.y3.writes_s", 50, "measured"),
      anAnswer("m-cy", "scale.y3.writes_s", 50000, "wild_guess"),
      anAnswer("m-cy", "scale.y3.writes_s", 5000, "calculated", 2),
      anAnswer("m-dee", "consistency.atomic", "many_records", "calculated"),
      anAnswer("m-bo", "consistency.atomic", "many_records", "measured"),
      { ...anAnswer("m-cy", "consistency.atomic", null, "wild_guess"), unknown: true, basis: null },
      anAnswer("m-bo", "scale.others_may_not_know", "The marketplace may launch in spring.", "measured"),
    ],
    positions: [
      position("scale.y3.writes_s", 2000, "Bo’s measurement times growth."),
      position("consistency.atomic", "many_records", "Order, stock and payment change together."),
    ],
    sections: [
      { section: "choice", text: "We store orders in PostgreSQL, run by Amazon RDS" },
      { section: "alternatives", text: "CockroachDB, which nobody here has run." },
      {
        section: "why",
        text: "Orders, stock and payments must change together, three of us have run Postgres in production, and one server carries 25 times the writes we expect in three years.",
      },
      { section: "reconsider", text: "- a second country goes live\n- 20 November 2027 at the latest" },
      { section: "consequences_good", text: "- One store for orders and stock\n- Everyone can operate it" },
      { section: "consequences_bad", text: "Writes stay on one server." },
      { section: "exit_plan", text: "Dump and load; about one month of work." },
    ],
    chosen: "postgresql",
    evaluation: {
      shortlist: [
        { id: "postgresql", hosting: ["rds-postgresql"], companions: [] },
        { id: "cockroachdb", hosting: [], companions: [] },
      ],
      candidates: [
        aCandidate("postgresql", "PostgreSQL", "shortlisted"),
        aCandidate("cockroachdb", "CockroachDB", "shortlisted"),
        aCandidate("mongodb", "MongoDB", "near-miss"),
        aCandidate("cassandra", "Apache Cassandra", "eliminated"),
        aCandidate("redis", "Redis", "filed"),
      ],
      request: {},
      hash: "",
      warnings: [{ id: "S-09", candidate: null, text: { id: "rules.S-09.text", params: {} } }],
      openAssumptions: [{ field: "scale.regions", rules: ["S-03"] }],
      survival: 0.64,
    },
    costs: someCosts(),
    reconsider: [{ text: "peak writes pass 10,000 a second", now: "35", ownerId: "m-bo" }],
    versions: { app: "0.1.0", catalogue: "2026-11", rules: "1", engine: "1", prices: "2026-09" },
    ...over,
  };
}

/** One answer of round 1 unless said otherwise, in a member's own name. */
export function anAnswer(
  memberId: string,
  field: string,
  value: string | number | null,
  basis: "measured" | "calculated" | "educated_guess" | "wild_guess",
  round = 1,
) {
  return { memberId, field, round, value, unknown: false, basis, reason: null, version: 1, late: false };
}

/** A candidate that left at Consistency by C-02 when it is out, else one without rules. */
export function aCandidate(id: string, name: string, status: RecordCandidate["status"]): RecordCandidate {
  const isOut = status === "eliminated" || status === "near-miss";
  const rule: RecordCandidate["rules"][number] = {
    id: "C-02",
    effect: "ELIM",
    strength: "fact",
    outcome: "fires",
    text: { id: "rules.C-02.text", params: { name } },
    answers: [{ path: "consistency.atomic", value: "many_records" }],
    fact: { field: "transactions", value: "single_record" },
    source: { rule: "003", facts: ["the vendor’s documentation"] },
  };
  const rules = isOut ? [rule] : [];
  return { id, name, status, leftAt: isOut ? "consistency" : null, points: 0, override: null, rules, comesBackIf: [] };
}

/** An approval of revision 3 by the facilitator's own session. */
export function anApproval(over: Partial<RecordApproval> = {}): RecordApproval {
  return {
    name: "Dee Okafor",
    revision: 3,
    verdict: "approve",
    comment: "",
    assurance: "C",
    how: "own_session",
    at: "2026-11-20T14:02:31.000Z",
    isStale: false,
    ...over,
  };
}

function person(id: string, name: string, role: Role) {
  return { id, name, role, salt: `salt-of-${id}` };
}

function position(field: string, value: string | number, reason: string): RecordInput["positions"][number] {
  const isNumber = typeof value === "number";
  return { field, value, low: isNumber ? 500 : null, high: isNumber ? 5000 : null, reached: "consent", reason, byMemberId: "m-dee" };
}

function someCosts(): RecordCosts {
  const design = { feasible: true, candidate: "postgresql" };
  return {
    request: {},
    axis: { unit: "peak_requests_per_second", from: 0, to: 12000, now: 400 },
    designs: [
      { ...design, id: "rds", letter: "A", name: "PostgreSQL on Amazon RDS", monthly: months(352, 1160.4, 2030), segments: stairs() },
      {
        ...design,
        id: "ddb",
        letter: "B",
        name: "DynamoDB, on demand",
        candidate: "dynamodb",
        monthly: months(120, 1200, 12000),
        segments: [{ from: 0, to: 12000, intercept: "0", slope: "0.3" }],
      },
    ],
    crossovers: [{ a: "rds", b: "ddb", x: 3215, kind: "continuous", cheaperBefore: "ddb", cheaperAfter: "rds", cost: "964.5" }],
    prices: [
      {
        priceId: "rds-r6g-large",
        meter: "instance_hours",
        label: "db.r6g.large, Multi-AZ",
        unit: "hour",
        usd: "0.45",
        asOf: "2026-09-08",
        confidence: "quoted",
        sourceKind: "price list",
        region: "us-east-1",
        conditions: null,
        designs: ["rds"],
      },
    ],
  };
}

function months(...totals: number[]): RecordDesign["monthly"] {
  const known = { confidence: "quoted", asOf: "2026-09-08" };
  return totals.map((total, index) => ({
    scenario: 10 ** index,
    load: 400 * 10 ** index,
    feasible: true,
    bindingDimension: null,
    lines: [
      {
        ...known,
        meter: "instance_hours",
        quantity: "730",
        unit: "hour",
        unitPrice: "0.45",
        priceId: "rds-r6g-large",
        amount: String(total),
      },
      { meter: "egress", quantity: "12.5", unit: "gb", unitPrice: null, priceId: null, asOf: null, confidence: null, amount: null },
    ],
    total: String(total),
    complete: false,
  }));
}

function stairs() {
  return [0, 1500, 3000, 6000].map((from, index) => ({
    from,
    to: [1500, 3000, 6000, 12000][index] ?? from,
    intercept: String([352, 700, 964.5, 2030][index]),
    slope: "0",
  }));
}
