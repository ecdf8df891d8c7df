import { describe, expect, it } from "vitest";
import type { Answers } from "../answers/schema";
import { aCostRequest } from "./builders";
import { computeCosts } from "./compute-costs";
import { costsCsv } from "./costs-csv";
import { isPricedAnywhere } from "./designs";
import { displayLoad, displayMoney, displayPrice } from "./display";
import { findingOf } from "./finding";
import { buildCostRequest, worksheetCosts } from "./from-worksheet";
import { worksheetCostsSchema } from "./schema";

const answers: Answers = {
  scale: {
    now: { reads_s: 80, writes_s: 20, data_gb: 20 },
    y1: { reads_s: 150, writes_s: 60 },
    y3: { reads_s: 400, writes_s: 200, data_gb: 200 },
  },
  cost: { traffic: "diurnal" },
};

describe("the costs of a worksheet", () => {
  it("shows each finalist's first priced hosting and others as A2, A3", () => {
    const sheet = buildCostRequest({
      answers,
      shortlist: [
        { id: "postgresql", hosting: [] },
        { id: "dynamodb", hosting: [] },
      ],
      clouds: ["aws"],
    });
    expect(sheet.names.A).toBe("Amazon RDS PostgreSQL, Multi-AZ");
    expect(sheet.candidates.map(({ id, design }) => [id, design])).toEqual([
      ["A", "rds-postgres-multi-az"],
      ["A2", "aurora-serverless-v2"],
      ["A3", "neon-launch"],
      ["B", "dynamodb-on-demand"],
      ["B2", "dynamodb-provisioned"],
    ]);
  });

  it("keeps to the hostings that the elimination left and to the allowed clouds", () => {
    const hosting = ["cloud-sql", "neon"];
    const sheet = buildCostRequest({
      answers: { ...answers, ops: { hosting: "managed_only" } },
      shortlist: [{ id: "postgresql", hosting }],
      clouds: ["gcp"],
    });
    expect(sheet.candidates.map(({ design }) => design)).toEqual(["cloud-sql-regional", "cloud-sql-zonal"]);
  });

  it("prices only own servers when everything must be self-hosted, upkeep included", () => {
    const sheet = buildCostRequest({
      answers: { ...answers, ops: { hosting: "self_host_only" } },
      shortlist: [{ id: "postgresql", hosting: [] }],
    });
    expect(sheet.candidates.map(({ design }) => design)).toEqual(["self-hosted-ec2"]);
    expect(sheet.request?.labour).toEqual({ engineerHourUsd: "150.00" });
  });

  it("keeps the letter of a finalist that nothing prices", () => {
    const sheet = worksheetCosts({
      answers,
      shortlist: [
        { id: "sqlite", hosting: [] },
        { id: "postgresql", hosting: [] },
      ],
    });
    expect(sheet.candidates[0]).toEqual({ id: "A", candidate: "sqlite", design: null, isDrawn: false });
    expect(sheet.names.B).toBe("Amazon RDS PostgreSQL, Multi-AZ");
    expect(sheet.reply?.designs.some(({ id }) => id === "A")).toBe(false);
  });

  it("tells a finalist without any price from one that only the allowed clouds leave without", () => {
    const sheet = buildCostRequest({
      answers: { ...answers, ops: { hosting: "managed_only" } },
      shortlist: ["sqlite", "dynamodb"].map((id) => ({ id, hosting: [] })),
      clouds: ["gcp"],
    });
    expect(sheet.candidates.map(({ candidate, design }) => [candidate, design, isPricedAnywhere(candidate)])).toEqual([
      ["sqlite", null, false],
      ["dynamodb", null, true],
    ]);
  });

  it("asks for nothing without a load or a finalist", () => {
    expect(worksheetCosts({ answers: {}, shortlist: [{ id: "postgresql", hosting: [] }] }).reply).toBeNull();
    expect(worksheetCosts({ answers, shortlist: [] }).reply).toBeNull();
  });

  it("draws the members' spread as bands and survives its own schema", () => {
    const sheet = worksheetCosts({ answers, shortlist: [{ id: "postgresql", hosting: [] }], spread: { y3: { low: 300, high: 1_500 } } });
    expect(sheet.reply?.bands.map(({ id, low, typical, high }) => [id, low, typical, high])).toEqual([
      ["y1", 210, 210, 210],
      ["y3", 300, 600, 1_500],
    ]);
    expect(worksheetCostsSchema.parse(JSON.parse(JSON.stringify(sheet)))).toEqual(sheet);
  });
});

describe("the finding", () => {
  const findingFor = (shortlist: { id: string; hosting: string[] }[], over: Answers = {}) => {
    const { reply, names } = worksheetCosts({ answers: { ...answers, ...over }, shortlist, clouds: ["aws"] });
    return reply && findingOf(reply, names);
  };

  it("names the winner when nothing crosses, and who cannot carry the rest", () => {
    const finding = findingFor([
      { id: "postgresql", hosting: [] },
      { id: "dynamodb", hosting: [] },
    ]);
    expect(finding?.headline).toEqual({ id: "costs.finding.noCrossover", params: { name: "DynamoDB provisioned", to: "12,000" } });
    expect(finding?.detail?.params).toMatchObject({ other: "DynamoDB on demand", otherCost: "$35" });
  });

  it("calls the zone between the first and the last crossing too close", () => {
    const designs = { A: "rds-postgres-multi-az", B: "cockroachdb-basic" };
    const reply = computeCosts(aCostRequest({ workload: { readShare: 0.5 }, designs }));
    expect(findingOf(reply, designs).headline.id).toBe("costs.finding.manyCrossovers");
  });

  it("draws the other hosting that is the cheapest at an expected load before one that merely stands first", () => {
    const sheet = buildCostRequest({
      answers,
      shortlist: [
        { id: "postgresql", hosting: [] },
        { id: "dynamodb", hosting: [] },
      ],
      clouds: ["aws"],
    });
    expect(sheet.request?.compare).toEqual(["A", "B", "B2"]);
  });

  it("takes the bill of the frame as what runs today, up to today's load", () => {
    const billed = { ...answers, frame: { incumbent: "mysql", current_bill_month: 400 } };
    const { reply, names } = worksheetCosts({ answers: billed, shortlist: [{ id: "dynamodb", hosting: [] }], today: "2026-11-20" });
    const today = reply?.designs.find(({ id }) => id === "T");
    expect(names.T).toBe("MySQL");
    expect(today?.monthly.map(({ feasible, total }) => [feasible, total])).toEqual([
      [true, "400"],
      [false, null],
      [false, null],
    ]);
    expect(today?.monthly[0]?.lines[0]).toMatchObject({ meter: "own_bill", asOf: "2026-11-20", marks: ["own"] });
  });

  it("says that one design alone has nobody to be compared with", () => {
    expect(findingFor([{ id: "cassandra", hosting: [] }])?.headline.id).toBe("costs.finding.one");
  });
});

describe("what people read", () => {
  it("rounds money by its size", () => {
    expect([0, "9.994", 9.996, "195.24", 999.4, 999.6, "2694.81", "44630.72"].map((usd) => displayMoney(usd))).toEqual([
      "$0.00",
      "$9.99",
      "$10",
      "$195",
      "$999",
      "$1,000",
      "$2,690",
      "$44,600",
    ]);
  });

  it("keeps every digit of a list price", () => {
    expect([displayPrice("0.00065"), displayPrice("0.45"), displayPrice("25")]).toEqual(["$0.00065", "$0.45", "$25.00"]);
    expect([displayLoad(0.2778), displayLoad(828.571)]).toEqual(["0.28", "829"]);
  });

  it("writes CSV that no spreadsheet runs", () => {
    const { reply } = worksheetCosts({ answers, shortlist: [{ id: "postgresql", hosting: [] }] });
    if (!reply) throw new Error("priced");
    const csv = costsCsv(reply, { A: '=HYPERLINK("x"),1' });
    expect(csv).toContain(`"'=HYPERLINK(""x""),1"`);
    expect(csv.split("\r\n")[0]).toContain("design,name,times_today");
    expect(csv).toContain("cannot carry this load");
    const [header = "", ...rows] = csv.trim().split("\r\n");
    const plain = rows.filter((row) => !row.includes('"'));
    expect(plain.filter((row) => row.split(",").length !== header.split(",").length)).toEqual([]);
    expect(csv).toContain(",us-east-1,stale,");
  });

  it("keeps who changed a price, and why, in the CSV where no scenario bills it", () => {
    const { reply } = worksheetCosts({ answers, shortlist: [{ id: "postgresql", hosting: [] }] });
    if (!reply) throw new Error("priced");
    const mark = { label: "db.t4g.xlarge", unit: "USD per hour", usd: "9.87", asOf: "2026-11-20", by: "Ada", reason: "Our offer" };
    const billed = reply.designs[0]?.monthly[0]?.lines[0]?.priceId ?? "";
    const rowsOf = (priceId: string) =>
      costsCsv(reply, {}, [{ priceId, ...mark }])
        .split("\r\n")
        .filter((row) => row.includes("Our offer"));
    expect(rowsOf("no.such.price")).toEqual([
      ",db.t4g.xlarge,,,price,,hour,9.87,no.such.price,2026-11-20,own,,own,,not billed at these loads,Ada,Our offer,,",
    ]);
    expect(rowsOf(billed).length).toBeGreaterThan(0);
    expect(rowsOf(billed).filter((row) => row.includes("not billed"))).toEqual([]);
  });
});
