import { describe, expect, it } from "vitest";
import costing from "../../../messages/en/costing.json";
import { formatMessage } from "../messages/format";
import { aCostRequest } from "./builders";
import { computeCosts } from "./compute-costs";
import { withNames } from "./named-refs";
import { regretOf } from "./regret";

const LOADS = [50, 200, 200, 400, 5_000];
const node = { id: "node", costs: LOADS.map((x) => 290 * Math.ceil(x / 400)) };
const serverless = { id: "serverless", costs: LOADS.map((x) => 1.05 * x) };

describe("minimax regret", () => {
  it("is said in the reader's own money", () => {
    const { sentence } = regretOf([node, serverless], LOADS.map(String));
    expect(sentence && withNames(sentence, { node: "Knoten" }, "de").params).toMatchObject({
      choice: "Knoten",
      otherWorst: "1.480\u00a0$",
    });
  });

  it("is 237.50 for a node of $290 per 400/s and 1,480 for $1.05 per request a second", () => {
    const regret = regretOf([node, serverless], LOADS.map(String));
    expect(regret.rows).toEqual([
      { id: "node", regrets: ["237.50", "80.00", "80.00", "0.00", "0.00"], worst: "237.50" },
      { id: "serverless", regrets: ["0.00", "0.00", "0.00", "130.00", "1480.00"], worst: "1480.00" },
    ]);
    expect(regret.choice).toBe("node");
    expect(regret.sentence && formatMessage({ costing }, withNames(regret.sentence, {}, "en"), "en")).toBe(
      "node is never more than $238 a month worse; serverless can be $1,480 a month worse.",
    );
  });

  it("never says that something is at most $0.00 worse", () => {
    const { sentence } = regretOf(
      [
        { id: "A", costs: [1, 2] },
        { id: "B", costs: [3, 2_034.72] },
      ],
      ["1", "10"],
    );
    expect(sentence && formatMessage({ costing }, withNames(sentence, {}, "en"), "en")).toBe(
      "A costs the least in every scenario; B can be $2,030 a month worse.",
    );
  });

  it("has no bound for a design that cannot carry what another can", () => {
    const regret = regretOf(
      [
        { id: "A", costs: [1, null] },
        { id: "B", costs: [2, 9] },
      ],
      ["1", "10"],
    );
    expect(regret).toMatchObject({ choice: "B", sentence: { id: "costing.regret.cannot" } });
  });

  it("compares over the team's own low, typical and high when they differ", () => {
    const bands = [{ id: "y3" as const, low: 100, typical: 300, high: 900 }];
    const reply = computeCosts(aCostRequest({ designs: { A: "rds-postgres-multi-az", B: "dynamodb-on-demand" }, bands }));
    expect(reply.regret?.scenarios).toEqual(["low", "typical", "high"]);
    expect(reply.regret?.choice).toBe("B");
  });
});
