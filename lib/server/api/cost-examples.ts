import "server-only";
import { assumedDefaults } from "@/lib/domain/costs/assumed-defaults";
import { computeCosts } from "@/lib/domain/costs/compute-costs";
import { type CostRequestInput, costRequestSchema } from "@/lib/domain/costs/request-schema";

const workload = {
  requestsPerDay: 4_320_000,
  peakToAverage: 2,
  readShare: 0.8,
  strongReadShare: 1,
  transactionalShare: 0,
  itemReadKb: 1,
  itemWriteKb: 1,
  storedGb: 20,
  growthGbPerMonth: 0,
  egressShare: 0,
};

const listed = {
  workload,
  designs: [
    { id: "A", shape: "listed", design: "rds-postgres-multi-az" },
    { id: "B", shape: "listed", design: "dynamodb-on-demand" },
    { id: "T", shape: "current_bill", usdMonth: "420.00", asOf: "2026-11-20" },
  ],
} satisfies CostRequestInput;

/** One node per 400 requests a second at $290 a month against $1.05 a month per request a second. */
const inline = {
  workload: { ...workload, requestsPerDay: 8_640_000, peakToAverage: 1, readShare: 0, storedGb: 0, utilisation: 1, headroom: 0 },
  scenarios: [1],
  axis: { to: 1_000 },
  designs: [
    {
      id: "node",
      shape: "scale_out",
      hoursPerMonth: 1,
      price: { usd: "290", asOf: "2026-11-20", label: "Our node, a month" },
      node: { writesPerSecond: 400, readsPerSecond: 400 },
    },
    {
      id: "requests",
      shape: "request_priced",
      meters: [{ of: "writes", price: { usd: "1.05", asOf: "2026-11-20" }, priceUnits: 2_628_000, size: { rule: "once" } }],
    },
  ],
} satisfies CostRequestInput;

const everything = {
  ...listed,
  designs: listed.designs.slice(0, 2),
  freeTiers: true,
  overrides: { "aws.dynamodb.od.wru": { unitPrice: "0.55", reason: "Our contract", by: "Ana", asOf: "2026-11-01" } },
  commitments: { A: { discountShare: 0.3, termMonths: 12 } },
  bands: [{ id: "y3", low: 150, typical: 400, high: 900 }],
  uncertainty: {
    seed: "worksheet-1",
    trials: 1_000,
    points: [
      {
        id: "y3",
        members: [
          { member: "ana", peakRequestsPerSecond: { low: 150, likely: 300, high: 600 } },
          { member: "bo", peakRequestsPerSecond: { low: 300, likely: 600, high: 900 } },
        ],
      },
    ],
  },
  growth: {
    start: "2026-11",
    paths: [
      {
        id: "typical",
        points: [
          { month: 0, peakRequestsPerSecond: 100 },
          { month: 12, peakRequestsPerSecond: 200 },
          { month: 36, peakRequestsPerSecond: 400 },
        ],
      },
    ],
  },
  tco: { horizons: [24], people: 4, outageHourUsd: { low: 200, likely: 500, high: 2_000 }, designs: { A: { isKnown: true } } },
} satisfies CostRequestInput;

/** The least that can be priced: everything else is assumed, and the reply lists what. */
const least = {
  workload: { requestsPerDay: 864_000, peakToAverage: 3, readShare: 0.9, storedGb: 5 },
  designs: [{ id: "A", shape: "listed", design: "aurora-serverless-v2" }],
} satisfies CostRequestInput;

/** Every day flat, weekends quiet, four bursts of two hours: only designs billed by capacity and hour care. */
const profiled = {
  workload: {
    ...workload,
    peakToAverage: 4,
    profile: { day: "block", busyHours: 3, weekendShare: 0.5, bursts: { perMonth: 4, hours: 2, timesAverage: 8 } },
  },
  designs: [
    { id: "A", shape: "listed", design: "aurora-serverless-v2" },
    { id: "B", shape: "listed", design: "dynamodb-provisioned" },
  ],
  freeTiers: ["B"],
  commitments: { B: { discountShare: 0.2, termMonths: 12 } },
} satisfies CostRequestInput;

/** Worked examples of `POST /costs`, as OpenAPI shows them; a test sends each. */
export const COST_EXAMPLES = {
  listed: { summary: "Two listed designs and the bill of today", value: listed },
  least: { summary: "The least that can be priced, with every default listed under assumptions", value: least },
  profiled: { summary: "A load with busy hours, quiet weekends and bursts; free tier and commitment for one design", value: profiled },
  inline: { summary: "Own prices: a node per 400 requests a second against a price per request", value: inline },
  everything: { summary: "Bands over estimates, dates, total cost, an own price and a commitment", value: everything },
};

/** The reply to the second example: the two change places at 276.19, 400, 552.38, 800 and 828.57 requests a second. */
export const COST_REPLY_EXAMPLES = {
  inline: { summary: "The reply to the request with own prices", value: replyTo(inline) },
};

function replyTo(sent: CostRequestInput) {
  const request = costRequestSchema.parse(sent);
  return { ...computeCosts(request), assumptions: assumedDefaults(sent, request) };
}
