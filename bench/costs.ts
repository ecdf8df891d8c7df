import { aCostRequest } from "@/lib/domain/costs/builders";
import { computeCosts, pricingContext } from "@/lib/domain/costs/compute-costs";
import { quickBill, todayOf } from "@/lib/domain/costs/quick-bill";
import { runTrials } from "@/lib/domain/costs/run-trials";
import { atMost, plain, type Row } from "./row";
import { quantile, timed } from "./samples";

const FINALISTS = { A: "rds-postgres-multi-az", B: "dynamodb-on-demand", C: "cockroachdb-basic" };
const FIVE = { ...FINALISTS, A2: "aurora-serverless-v2", B2: "dynamodb-provisioned" };
const GROWING = [100, 300, 900].map((likely, member) => ({
  member: `m${member}`,
  peakRequestsPerSecond: { low: likely / 3, likely, high: likely * 3 },
  storedGb: { low: 10, likely: 50, high: 400 },
}));

/** Costs on this machine in this process: curves, crossovers and envelope, the trials, and one changed price. */
export async function measureCosts(): Promise<Row[]> {
  const finalists = aCostRequest({ designs: FINALISTS });
  const curves = await timed(() => computeCosts(finalists), { times: 100, warm: 40, seconds: 20 });
  const five = aCostRequest({ designs: FIVE, uncertainty: { seed: "bench", points: [{ id: "y3", members: GROWING }] } });
  const many = await timed(() => computeCosts({ ...five, uncertainty: undefined }), { times: 60, warm: 20, seconds: 20 });
  const context = pricingContext(five);
  const bills = five.designs.map((design) => quickBill({ design, request: five, context }));
  const { uncertainty } = five;
  const trial = () => uncertainty && runTrials({ uncertainty, bills, incomplete: new Set(), today: todayOf(context), scaleData: true });
  const trials = await timed(trial, { times: 40, warm: 10, seconds: 20 });
  const overrides = { "aws.dynamodb.od.wru": { unitPrice: "0.5", reason: "Bench", asOf: "2026-11" } };
  const edits = await timed(() => computeCosts({ ...finalists, overrides }), { times: 60, warm: 20, seconds: 20 });
  return [
    atMost("Costs of three finalists: curves, crossovers, envelope, median", { value: quantile(curves, 0.5), unit: "ms", limit: 15 }),
    plain("The same for five designs, median", quantile(many, 0.5), "ms"),
    atMost("4,000 trials for 5 designs, median", { value: quantile(trials, 0.5), unit: "ms", limit: 150 }),
    atMost("A changed price to new curves, median", { value: quantile(edits, 0.5), unit: "ms", limit: 50 }),
  ];
}
