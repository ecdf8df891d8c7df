import IntlMessageFormat from "intl-messageformat";
import { describe, expect, it } from "vitest";
import messages from "../../../messages/en/costs.json";
import type { MessageRef } from "../messages/message-ref";
import { aCostRequest } from "./builders";
import { computeCosts } from "./compute-costs";
import { findingOf } from "./finding";
import { briefNames } from "./finding-names";

const NAMES: Record<string, string> = {
  "rds-postgres-multi-az": "Amazon RDS PostgreSQL, Multi-AZ",
  "rds-mysql-multi-az": "Amazon RDS MySQL, Multi-AZ",
  "aurora-serverless-v2": "Aurora Serverless v2",
  "dynamodb-on-demand": "DynamoDB on demand",
  "cockroachdb-basic": "CockroachDB Basic",
};

function replyFor(designs: Record<string, string>, over: Partial<Parameters<typeof aCostRequest>[0]> = {}) {
  return computeCosts(aCostRequest({ designs, ...over }));
}

function findingFor(designs: Record<string, string>, over: Parameters<typeof replyFor>[1] = {}) {
  const names = Object.fromEntries(Object.entries(designs).map(([id, design]) => [id, NAMES[design] ?? design]));
  return findingOf(replyFor(designs, over), names);
}

function english(ref: MessageRef | null): string {
  if (!ref) return "";
  const text = (messages.finding as Record<string, string>)[ref.id.replace("costs.finding.", "")] ?? "";
  return String(new IntlMessageFormat(text, "en").format(ref.params));
}

const relatives = { A: "rds-postgres-multi-az", B: "rds-mysql-multi-az", A2: "aurora-serverless-v2" };
const estimate = { bands: [{ id: "y3" as const, low: 150, typical: 400, high: 900 }] };

describe("two finalists within 5 % of each other", () => {
  const finding = findingFor(relatives, estimate);

  it("cost about the same, and nobody is said to win by cents", () => {
    expect(finding.headline.id).toBe("costs.finding.aboutSame");
    expect(english(finding.headline)).toMatch(
      /^RDS PostgreSQL and RDS MySQL cost about the same: within 5% of each other at (most|every) loads? up to/u,
    );
    expect(finding.isDisputed).toBe(false);
  });

  it("never read as $0.00 apart", () => {
    expect(english(finding.detail)).toMatch(
      /RDS PostgreSQL and RDS MySQL cost the same, about \$\d+ a month\.$|: \$(?!0\.00)[\d.,]+ apart\.$/u,
    );
  });

  it("cost the same to the cent when they are the same", () => {
    const twins = findingFor({ A: "rds-postgres-multi-az", B: "rds-postgres-multi-az" });
    expect(twins.headline.params).toMatchObject({ extent: "exact" });
    expect(twins.detail?.id).toBe("costs.finding.todaySame");
  });

  it("are told apart when one costs more almost everywhere", () => {
    expect(findingFor({ A: "rds-postgres-multi-az", B: "dynamodb-on-demand" }).headline.id).toBe("costs.finding.noCrossover");
  });
});

describe("per-node against serverless", () => {
  it("is left out when only one kind was compared", () => {
    expect(findingFor({ A: "rds-postgres-multi-az", B: "rds-mysql-multi-az" }).kinds).toBeNull();
  });

  it("says who stays cheaper at every expected load", () => {
    const { kinds } = findingFor(
      { A: "rds-postgres-multi-az", B: "dynamodb-on-demand" },
      { bands: [{ id: "y3", low: 100, typical: 200, high: 300 }] },
    );
    expect(english(kinds)).toBe(
      "Of the designs priced here, serverless stays cheaper than per-node at every load you expect, up to 300 a second.",
    );
  });

  it("agrees with the exact crossovers of the pair", () => {
    const designs = { A: "rds-postgres-multi-az", B: "cockroachdb-basic" };
    const over = { workload: { readShare: 0.5 }, bands: [{ id: "y3" as const, low: 100, typical: 400, high: 1_200 }] };
    const reply = replyFor(designs, over);
    const all = reply.crossovers;
    const { kinds } = findingFor(designs, over);
    expect(all.length).toBeGreaterThan(1);
    expect(kinds?.id).toBe("costs.finding.kindsOften");
    expect(kinds?.params).toMatchObject({
      x: String(Math.round(all[0]?.x ?? 0)),
      settled: Math.round(all.at(-1)?.x ?? 0).toLocaleString("en"),
      first: all[0]?.cheaperBefore === "A" ? "node" : "serverless",
      last: all.at(-1)?.cheaperAfter === "A" ? "node" : "serverless",
    });
  });

  it("names the serverless design that is never below the others, when three or more were compared", () => {
    const crossings = replyFor(relatives, estimate).crossovers.filter(({ a, b, x }) => [a, b].includes("A2") && x < 900);
    expect(crossings).toEqual([]);
    expect(english(findingFor(relatives, estimate).kinds)).toBe(
      "Of the designs priced here, per-node stays cheaper than serverless at every load you expect, up to 900 a second; Aurora Serverless v2 is never below RDS PostgreSQL or RDS MySQL here.",
    );
  });

  it("is left out when the serverless price is unknown", () => {
    const reply = replyFor(relatives);
    const billed = reply.prices.find(({ designs }) => designs.includes("A2"))?.priceId ?? "";
    expect(
      findingFor(relatives, { overrides: { [billed]: { unitPrice: null, reason: "Not quoted yet", by: "Ana", asOf: "2026-11-01" } } })
        .kinds,
    ).toBeNull();
  });
});

describe("brief names", () => {
  it("drop vendor and variant, but not when two would read the same", () => {
    expect(briefNames({ A: "Amazon RDS PostgreSQL, Multi-AZ", A2: "Aurora Serverless v2" })).toEqual({
      A: "RDS PostgreSQL",
      A2: "Aurora Serverless v2",
    });
    expect(briefNames({ A: "Aurora Serverless v2", B: "Aurora Serverless v2, I/O-Optimized" }).B).toBe(
      "Aurora Serverless v2, I/O-Optimized",
    );
  });
});
