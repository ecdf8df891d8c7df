import { describe, expect, it } from "vitest";
import costing from "../../../messages/en/costing.json";
import { formatMessage } from "../messages/format";
import { isStalePrice, priceAgeMonths } from "../prices/price-age";
import type { AnswerView } from "../worksheet/schema";
import { aCostRequest, aLoad } from "./builders";
import { chooseDrawn } from "./choose-drawn";
import { computeCosts } from "./compute-costs";
import { currentBill } from "./current-bill";
import { describeWorkload } from "./describe-workload";
import { estimatesFromAnswers } from "./estimates-from-answers";
import { costRequestSchema } from "./request-schema";
import { tcoFromAnswers } from "./tco-from-answers";

function answer(memberId: string, field: string, value: number, over: Partial<AnswerView> = {}): AnswerView {
  return { memberId, field, round: 1, value, unknown: false, basis: "measured", reason: null, version: 1, late: false, ...over };
}

describe("estimates from answers", () => {
  const answers = [
    answer("ana", "scale.y3.reads_s", 300),
    answer("ana", "scale.y3.writes_s", 100, { basis: "wild_guess" }),
    answer("bo", "scale.y3.reads_s", 50),
    answer("bo", "scale.y3.reads_s", 80, { round: 2, basis: null }),
    answer("bo", "scale.y3.data_gb", 200, { basis: "calculated" }),
  ];

  it("take each member's latest numbers and the least sure basis", () => {
    const estimates = estimatesFromAnswers(answers, "w1");
    expect(estimates?.points).toEqual([
      {
        id: "y3",
        members: [
          { member: "ana", peakRequestsPerSecond: { low: 40, likely: 400, high: 4_000 }, readShare: { likely: 0.75 } },
          { member: "bo", peakRequestsPerSecond: { low: 80 / 3, likely: 80, high: 240 }, storedGb: { low: 100, likely: 200, high: 400 } },
        ],
      },
    ]);
  });

  it("are what a request takes, and none without any load", () => {
    const uncertainty = estimatesFromAnswers(answers, "w1") ?? undefined;
    const request = costRequestSchema.parse({ ...aCostRequest({ designs: { A: "spanner" } }), uncertainty });
    expect(computeCosts(request).uncertainty?.points[0]?.isDisputed).toBe(true);
    expect(estimatesFromAnswers([answer("ana", "scale.y3.data_gb", 5)], "w1")).toBeNull();
  });
});

describe("total cost from answers", () => {
  const candidates = [
    { id: "A", candidate: "postgresql", design: "rds-postgres-multi-az" },
    { id: "A2", candidate: "postgresql", design: "self-hosted-ec2" },
    { id: "B", candidate: "dynamodb", design: "dynamodb-on-demand" },
  ];

  it("takes upkeep, experience, the hour and the outage from the answers, and leaves out what nobody said", () => {
    const answers = {
      ops: { team_size: 5, experience: { postgresql: "production" as const } },
      cost: { engineer_hour_usd: 120, ops_hours_month: 30, outage_hour_usd: 400 },
    };
    const tco = tcoFromAnswers(answers, candidates);
    expect(tco).toMatchObject({ people: 5, engineerHourUsd: { low: 90, likely: 120, high: 180 }, outageHourUsd: { likely: 400 } });
    expect(tco.designs?.A).toEqual({ isKnown: true });
    expect(tco.designs?.A2).toMatchObject({ isKnown: true, opsHoursMonth: { low: 15, likely: 30, high: 60 } });
    expect(tco.designs?.B).toMatchObject({ isKnown: false, weeksToProficiency: { likely: 26 } });
    expect(tcoFromAnswers({}, candidates)).not.toHaveProperty("people");
  });

  it("is a request that can be asked", () => {
    const designs = { A: "rds-postgres-multi-az", A2: "self-hosted-ec2", B: "dynamodb-on-demand" };
    const request = costRequestSchema.parse({ ...aCostRequest({ designs }), tco: tcoFromAnswers({ ops: { team_size: 3 } }, candidates) });
    expect(computeCosts(request).tco?.designs).toHaveLength(9);
  });
});

describe("what the chart draws", () => {
  it("is each finalist's first and the other that is the cheapest where the team expects to be", () => {
    const designs = {
      A: "rds-postgres-multi-az",
      A2: "aurora-serverless-v2",
      A3: "neon-launch",
      B: "rds-mysql-multi-az",
      B2: "aurora-mysql",
    };
    expect(chooseDrawn(aCostRequest({ designs, workload: { requestsPerDay: 864_000 } }))).toEqual(["A", "A3", "B"]);
  });

  it("keeps everything when there is room", () => {
    expect(chooseDrawn(aCostRequest({ designs: { A: "spanner", A2: "cloud-sql-zonal" } }))).toEqual(["A", "A2"]);
  });
});

describe("today's bill", () => {
  it("comes from the frame, and from nowhere else", () => {
    expect(currentBill({ frame: { incumbent: "mysql", current_bill_month: 400 } }, "2026-11-20")).toMatchObject({
      name: "MySQL",
      design: { id: "T", usdMonth: "400.00" },
    });
    expect(currentBill({ frame: { incumbent: "mysql" } }, "2026-11-20")).toBeNull();
    expect(currentBill({ frame: { incumbent: "none", current_bill_month: 400 } }, "2026-11-20")).toBeNull();
  });
});

describe("the workload in words", () => {
  const say = (over: Parameters<typeof aLoad>[0]) => formatMessage({ costing }, describeWorkload(aLoad(over)), "en");

  it("repeats every number", () => {
    expect(say({ egressShare: 0.1, growthGbPerMonth: 3 })).toBe(
      "4,320,000 requests a day: 50 a second on average and 100 at the peak (2 times), 80% of them reads. A read returns 1 KB, a write carries 1 KB. 20 GB are stored, growing by 3 GB a month, and 10% of what is read leaves the cloud. A day rises and falls evenly.",
    );
  });

  it("tells the shape of the week", () => {
    const profile = { day: "block", busyHours: 4, weekendShare: 0.5, bursts: { perMonth: 2, hours: 3, timesAverage: 8 } } as const;
    expect(say({ peakToAverage: 3, profile })).toMatch(
      /A day has a few busy hours, weekends have 50% of a weekday's load, and 2 bursts a month of 3 h reach 8 times the average\.$/u,
    );
  });
});

describe("the age of a price", () => {
  it("is told in months, generously when only the year is known, and unknown without a year", () => {
    expect(["2024-08-09", "approx 2025", "approx 2021-2026", "2026-11", "soon"].map((asOf) => priceAgeMonths(asOf, "2026-11-20"))).toEqual([
      27,
      11,
      59,
      0,
      null,
    ]);
    expect(["2024-11-20", "2024-10-31", "soon"].map((asOf) => isStalePrice(asOf, "2026-11-20"))).toEqual([false, true, true]);
  });
});
