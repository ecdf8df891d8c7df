import { describe, expect, it } from "vitest";
import { computeCosts } from "../costs/compute-costs";
import { buildCostRequest } from "../costs/from-worksheet";
import { applySettings } from "./apply-settings";
import { designKey } from "./design-terms";
import { settingSchemaOf } from "./settings";

const answers = { scale: { now: { reads_s: 80, writes_s: 20, data_gb: 40 } }, ops: { clouds: ["aws" as const] } };
const sheet = buildCostRequest({
  answers,
  shortlist: [
    { id: "postgresql", hosting: [] },
    { id: "dynamodb", hosting: [] },
  ],
});
const at = "2026-11-20T10:00:00.000Z";
const applied = (settings: Record<string, unknown>) =>
  applySettings(sheet, {
    overrides: [],
    settings: Object.entries(settings).map(([key, value]) => ({ key, value: value as never, at })),
    today: "2026-11-20",
    answers,
  });
const ofRequest = (settings: Record<string, unknown>) => {
  const { request } = applied(settings);
  if (!request) throw new Error("This sheet can be priced.");
  return request;
};
const commitment = { discountShare: 0.3, termMonths: 12 };

describe("what a team sets for one design", () => {
  it("counts a free tier for that design alone, and for all others where all count theirs", () => {
    expect(ofRequest({}).freeTiers).toBe(false);
    expect(ofRequest({ [designKey("B", "freeTier")]: true }).freeTiers).toEqual(["B"]);
    expect(ofRequest({ freeTiers: true }).freeTiers).toBe(true);
    expect(ofRequest({ freeTiers: true, [designKey("B", "freeTier")]: false }).freeTiers).not.toContain("B");
  });

  it("commits for that design alone; a discount of nothing takes one out of what holds for all", () => {
    expect(ofRequest({ [designKey("A", "commitment")]: commitment }).commitments).toEqual({ A: commitment });
    const all = ofRequest({ commitment, [designKey("A", "commitment")]: { discountShare: 0, termMonths: 12 } });
    expect(all.commitments.A).toBeUndefined();
    expect(all.commitments.B).toEqual(commitment);
  });

  it("takes hours, ties and outages into total cost, and hours into the bill where upkeep is billed", () => {
    const lockIn = { queryLanguage: 3, schemaFeatures: 3, tooling: 3, egress: 3 };
    const opsHoursMonth = { low: 5, likely: 9, high: 20 };
    const outageHoursYear = { low: 1, likely: 3, high: 9 };
    const request = ofRequest({
      [designKey("A", "lockIn")]: lockIn,
      [designKey("A", "opsHoursMonth")]: opsHoursMonth,
      [designKey("A", "outageHoursYear")]: outageHoursYear,
    });
    expect(request.tco?.designs.A).toMatchObject({ lockIn, opsHoursMonth, outageHoursYear });
    const reply = computeCosts({ ...request, labour: { engineerHourUsd: "100", opsHoursMonth: { A: 9 } } });
    const upkeep = reply.designs[0]?.monthly[0]?.lines.find(({ meter }) => meter === "operations");
    expect([upkeep?.quantity, upkeep?.amount]).toEqual(["9", "900"]);
    const plain = computeCosts(ofRequest({})).tco?.designs[0];
    const tied = reply.tco?.designs[0];
    expect(Number(tied?.exit.cost?.likely)).toBeGreaterThan(Number(plain?.exit.cost?.likely));
  });

  it("is refused where it cannot be: a share above 1, low above likely, a tie of 4, a design that is none", () => {
    const isFine = (key: string, value: unknown) => settingSchemaOf(key)?.safeParse(value).success;
    expect(isFine(designKey("A", "commitment"), { discountShare: 1.2, termMonths: 12 })).toBe(false);
    expect(isFine(designKey("A", "opsHoursMonth"), { low: 5, likely: 2, high: 9 })).toBe(false);
    expect(isFine(designKey("A", "lockIn"), { queryLanguage: 4, schemaFeatures: 0, tooling: 0, egress: 0 })).toBe(false);
    expect(isFine(designKey("T", "freeTier"), true)).toBe(true);
    expect(settingSchemaOf(designKey("Z", "freeTier"))).toBeNull();
  });
});

describe("how the load comes", () => {
  const profile = { day: "block", busyHours: 3, weekendShare: 0.5, bursts: { perMonth: 4, hours: 2, timesAverage: 8 } };

  it("goes into the workload and its sentence", () => {
    const request = ofRequest({ "workload.profile": profile, "workload.peakToAverage": 3 });
    expect(request.workload.profile).toEqual(profile);
    expect(computeCosts(request).workload.params).toMatchObject({ shape: "block", hasWeekend: "yes", bursts: 4, burstTimes: "8" });
  });

  it("is left out and said so when somebody sets a peak that such a day cannot have", () => {
    const sine = { day: "sine", busyHours: 4, weekendShare: 1 };
    const { request, assumptions } = applied({ "workload.profile": sine, "workload.peakToAverage": 5 });
    expect(request?.workload.profile).toBeUndefined();
    expect(assumptions.map(({ id }) => id)).toContain("profile");
    expect(applied({ "workload.profile": sine }).assumptions.map(({ id }) => id)).not.toContain("profile");
  });
});
