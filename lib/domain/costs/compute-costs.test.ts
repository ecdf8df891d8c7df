import { describe, expect, it } from "vitest";
import { aCostRequest, aLoad } from "./builders";
import { computeCosts } from "./compute-costs";
import { type CostRequestInput, costRequestSchema } from "./request-schema";
import type { CostReply } from "./schema";

function totals(reply: CostReply, id = "A"): (string | null)[] {
  return reply.designs.find((design) => design.id === id)?.monthly.map(({ total }) => total) ?? [];
}

describe("a bill", () => {
  it("prices DynamoDB on demand by units of 1 KB writes and 4 KB reads", () => {
    const reply = computeCosts(aCostRequest({ designs: { A: "dynamodb-on-demand" } }));
    const lines = reply.designs[0]?.monthly[0]?.lines ?? [];
    expect(lines.map(({ meter, quantity, amount }) => [meter, quantity, amount])).toEqual([
      ["writes", "26.28", "16.425"],
      ["reads", "105.12", "13.14"],
      ["storage", "21.953125", "5.48828125"],
    ]);
    expect(lines[0]).toMatchObject({
      unit: "million",
      unitPrice: "0.625",
      priceId: "aws.dynamodb.od.wru",
      asOf: "2026-08-20",
      confidence: "quoted",
    });
  });

  it("takes the listed Multi-AZ price of the cheapest class that fits", () => {
    const reply = computeCosts(aCostRequest({ designs: { A: "rds-postgres-multi-az" } }));
    expect(reply.designs[0]?.monthly[0]?.lines.map(({ priceId, amount }) => [priceId, amount])).toEqual([
      ["aws.rds.postgres.t4g.large.multi", "188.34"],
      ["aws.rds.postgres.gp3.multi", "6.9"],
    ]);
    expect(totals(reply)[0]).toBe("195.24");
  });

  it("doubles a write unit when an item passes its block by a hair", () => {
    const at = (itemWriteKb: number) =>
      computeCosts(aCostRequest({ workload: { itemWriteKb }, designs: { A: "dynamodb-on-demand" } })).designs[0]?.monthly[0]?.lines[0]
        ?.quantity;
    expect(at(1)).toBe("26.28");
    expect(at(1.0001)).toBe("52.56");
  });

  it("halves read units when every read may be stale", () => {
    const at = (strongReadShare: number) =>
      computeCosts(aCostRequest({ workload: { strongReadShare }, designs: { A: "dynamodb-on-demand" } })).designs[0]?.monthly[0]?.lines[1]
        ?.amount;
    expect(at(1)).toBe("13.14");
    expect(at(0)).toBe("6.57");
  });

  it("costs only storage without requests", () => {
    const reply = computeCosts(aCostRequest({ workload: { requestsPerDay: 0 }, designs: { A: "dynamodb-on-demand" } }));
    expect(totals(reply)[0]).toBe("5.48828125");
  });

  it("reaches the monthly minimum and no further", () => {
    const reply = computeCosts(aCostRequest({ workload: { requestsPerDay: 1_000, storedGb: 1 }, designs: { A: "pinecone-standard" } }));
    expect(Number(totals(reply)[0])).toBeCloseTo(50, 6);
    expect(Number(totals(reply)[2])).toBeGreaterThan(50);
  });

  it("counts upkeep on every design when the request brings a rate", () => {
    const reply = computeCosts(
      aCostRequest({ designs: { A: "self-hosted-ec2", B: "rds-postgres-multi-az" }, labour: { engineerHourUsd: "150" } }),
    );
    const upkeep = reply.designs.map(({ monthly }) => monthly[0]?.lines.find(({ meter }) => meter === "operations")?.amount);
    expect(upkeep).toEqual(["3000", "600"]);
  });
});

describe("DynamoDB provisioned against on demand", () => {
  // u* = 0.00065 / (3600 x 0.625 / 1e6): provisioned capacity wins when average use of it is above 28.9 %.
  const cheaper = (peakToAverage: number) => {
    const reply = computeCosts(
      aCostRequest({ workload: { peakToAverage }, designs: { A: "dynamodb-provisioned", B: "dynamodb-on-demand" } }),
    );
    return Number(totals(reply, "A")[0]) < Number(totals(reply, "B")[0]) ? "provisioned" : "on demand";
  };

  it("wins for steady load", () => {
    expect(cheaper(1)).toBe("provisioned");
    expect(cheaper(2)).toBe("provisioned");
  });

  it("costs exactly average use over target utilisation for a flat load", () => {
    const reply = computeCosts(
      aCostRequest({ workload: { peakToAverage: 1, readShare: 0, storedGb: 0 }, designs: { A: "dynamodb-provisioned" } }),
    );
    expect(Number(totals(reply)[0])).toBeCloseTo((50 / 0.7) * 730 * 0.00065, 6);
  });
});

describe("what is not known or not possible", () => {
  it("leaves a missing price without amount and the total incomplete", () => {
    const reply = computeCosts(aCostRequest({ designs: { A: "azure-postgres" }, workload: { requestsPerDay: 10_000, storedGb: 1 } }));
    const month = reply.designs[0]?.monthly[0];
    expect(month?.lines.find(({ meter }) => meter === "storage")).toMatchObject({ unitPrice: null, amount: null });
    expect(month).toMatchObject({ complete: false, feasible: true });
    expect(Number(month?.total)).toBeGreaterThan(0);
  });

  it("never lets a design with an unknown price win", () => {
    const overrides = { "aws.dynamodb.od.wru": { unitPrice: null, reason: "Not quoted yet", by: "Ana", asOf: "2026-11-01" } };
    const reply = computeCosts(aCostRequest({ designs: { A: "rds-postgres-multi-az", B: "dynamodb-on-demand" }, overrides }));
    expect(reply.designs[1]).toMatchObject({ complete: false });
    expect(reply.envelope.some(({ design }) => design === "B")).toBe(false);
    expect(reply.crossovers).toEqual([]);
  });

  it("uses the team's own price and says so", () => {
    const overrides = { "aws.dynamodb.od.wru": { unitPrice: "1.25", reason: "Our contract", by: "Ana", asOf: "2026-11-01" } };
    const line = computeCosts(aCostRequest({ designs: { A: "dynamodb-on-demand" }, overrides })).designs[0]?.monthly[0]?.lines[0];
    expect(line).toMatchObject({ unitPrice: "1.25", asOf: "2026-11-01", confidence: "own", amount: "32.85" });
  });

  it("calls a load beyond the largest class infeasible, with what runs out", () => {
    const month = computeCosts(aCostRequest({ designs: { A: "rds-postgres-multi-az" } })).designs[0]?.monthly[2];
    expect(month).toMatchObject({ scenario: 100, feasible: false, total: null, bindingDimension: "memory", lines: [] });
  });

  it("refuses more than a serverless container does in a second", () => {
    const design = computeCosts(aCostRequest({ designs: { A: "cosmos-serverless" } })).designs[0];
    expect(design).toMatchObject({ feasible: true, bindingDimension: "requests" });
    expect(design?.carriesUpTo).toBeCloseTo(5_000 / (0.2 * 5 + 0.8 * 2), 6);
  });

  it("knows nothing about a design it has not listed", () => {
    expect(computeCosts(aCostRequest({ designs: { A: "abacus" } })).designs[0]).toMatchObject({
      feasible: false,
      bindingDimension: "unknown_design",
    });
  });
});

describe("inline shapes", () => {
  it("reproduces a $290 node per 400/s against $1.05 per request a second", () => {
    const node = { vcpu: 400, ramGib: null };
    const request: CostRequestInput = {
      workload: {
        ...aLoad({
          requestsPerDay: 864_000,
          peakToAverage: 1,
          readShare: 0,
          storedGb: 0,
          headroom: 0,
          utilisation: 1,
          writesPerVcpuSecond: 1,
        }),
      },
      designs: [
        {
          id: "node",
          shape: "scale_out",
          hoursPerMonth: 1,
          price: { usd: "290", asOf: "2026-11" },
          node: { writesPerSecond: node.vcpu, readsPerSecond: node.vcpu },
        },
        {
          id: "line",
          shape: "request_priced",
          meters: [{ of: "writes", price: { usd: "1.05", asOf: "2026-11" }, priceUnits: 2_628_000, size: { rule: "once" } }],
        },
      ],
    };
    const reply = computeCosts(costRequestSchema.parse(request));
    expect(reply.crossovers.map(({ x }) => x)).toEqual([276.19047619, 400, 552.380952381, 800, 828.571428571]);
    expect(reply.pairs[0]).toMatchObject({ settledAfter: 828.571428571, upperBound: 892.307692308, eventual: "node" });
    expect(reply.eventualWinner).toBe("node");
  });

  it("refuses unknown keys, doubled ids and foreign names in compare", () => {
    const good = aCostRequest({ designs: { A: "spanner" } });
    expect(costRequestSchema.safeParse({ ...good, hint: 1 }).success).toBe(false);
    expect(costRequestSchema.safeParse({ ...good, designs: [...good.designs, ...good.designs] }).success).toBe(false);
    expect(costRequestSchema.safeParse({ ...good, compare: ["Z"] }).success).toBe(false);
    expect(costRequestSchema.safeParse({ ...good, workload: { ...good.workload, readShare: 1.2 } }).success).toBe(false);
  });
});
