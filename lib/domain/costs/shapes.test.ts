import { describe, expect, it } from "vitest";
import { aLoad } from "./builders";
import { computeCosts } from "./compute-costs";
import { laggedProfile, loadProfile, peakMultiple } from "./load-profile";
import { type CostRequestInput, costRequestSchema } from "./request-schema";
import type { MonthlyCost } from "./schema";

const own = (usd: string) => ({ usd, asOf: "2026-11" });
/** 100 writes a second all day, nothing read, no margin: 262.8 million writes a month. */
const writes = {
  requestsPerDay: 8_640_000,
  peakToAverage: 1,
  readShare: 0,
  storedGb: 0,
  headroom: 0,
  utilisation: 1,
  writesPerVcpuSecond: 100,
};

type Design = CostRequestInput["designs"][number];
type Over = { workload?: Partial<Parameters<typeof aLoad>[0]> } & Partial<Omit<CostRequestInput, "workload" | "designs">>;

function bill(shape: object, { workload = {}, ...over }: Over = {}): MonthlyCost | undefined {
  const designs = [{ id: "A", ...shape } as Design];
  return computeCosts(costRequestSchema.parse({ workload: aLoad({ ...writes, ...workload }), designs, scenarios: [1], ...over })).designs[0]
    ?.monthly[0];
}
const amounts = (month: MonthlyCost | undefined) =>
  Object.fromEntries((month?.lines ?? []).map(({ meter, amount }) => [meter, Number(amount)]));

describe("A, per node", () => {
  it("adds readers of the writer's class for the reads they take over", () => {
    const shape = { shape: "per_node", hoursPerMonth: 100, classes: [{ price: own("1"), capacity: { vcpu: 1 } }], readOffloadShare: 1 };
    const workload = { readShare: 0.5, requestsPerDay: 17_280_000, readsPerVcpuSecond: 30 };
    expect(amounts(bill(shape, { workload }))).toEqual({ instance_hours: 500 });
  });

  it("bills readers at their own price where the class price covers a standby", () => {
    const classes = [{ price: own("2"), readerPrice: own("1"), capacity: { vcpu: 1 } }];
    expect(amounts(bill({ shape: "per_node", hoursPerMonth: 100, classes, readers: 2 }))).toEqual({
      instance_hours: 200,
      reader_hours: 200,
    });
  });

  it("ends where more readers would be needed than there may be", () => {
    const shape = { shape: "per_node", classes: [{ price: own("1"), capacity: { vcpu: 1 } }], readOffloadShare: 1, maxReaders: 2 };
    expect(bill(shape, { workload: { readShare: 0.5, requestsPerDay: 17_280_000, readsPerVcpuSecond: 30 } })).toMatchObject({
      feasible: false,
      bindingDimension: "cpu",
    });
  });
});

describe("C, capacity priced", () => {
  const shape = {
    shape: "capacity_priced",
    hoursPerMonth: 240,
    price: own("1"),
    vcpuPerUnit: 1,
    ramGibPerUnit: 4,
    step: 0.5,
    min: 0.5,
    max: 16,
  };

  it("follows a sine through the day in the vendor's steps", () => {
    const sine = bill(shape, { workload: { peakToAverage: 2 } });
    const hours = Array.from({ length: 24 }, (_, hour) =>
      Math.max(0.5, Math.ceil((1 + Math.cos((2 * Math.PI * hour) / 24)) * 2 - 1e-6) / 2),
    );
    expect(amounts(sine).capacity_hours).toBeCloseTo(hours.reduce((a, b) => a + b) * 10, 6);
  });

  it("bills nothing while paused, at least a wake-up, and memory all day when it cannot pause", () => {
    const idle = { peakToAverage: 24, requestsPerDay: 8_640_000 };
    expect(amounts(bill({ ...shape, max: 24, pause: {} }, { workload: idle })).capacity_hours).toBeCloseTo(240, 6);
    const always = bill({ ...shape, max: 24 }, { workload: idle });
    expect(amounts(always).capacity_hours).toBeCloseTo(10 * (24 + 23 * 0.5), 6);
  });

  it("takes the smallest of doubling sizes", () => {
    expect(amounts(bill({ ...shape, sizes: [1, 2, 4, 8] }, { workload: { requestsPerDay: 8_640_000 * 3 } })).capacity_hours).toBe(240 * 4);
  });
});

describe("D, provisioned units", () => {
  const meter = { meter: "provisioned_writes", writes: { size: { rule: "blocks", kb: 1 } }, price: own("0.001") };

  it("buys units for the target, hour by hour, with the lag of scaling down", () => {
    const month = bill({ shape: "provisioned_units", targetUtilisation: 0.5, meters: [meter] }, { workload: { peakToAverage: 4 } });
    expect(amounts(month).provisioned_writes).toBeCloseTo(((4 * 5 + 0.4 * 19) / 24) * 100 * 2 * 730 * 0.001, 6);
  });

  it("bills each hour's peak above a tenth of the maximum", () => {
    const shape = { shape: "provisioned_units", scaling: "hourly_peak", targetUtilisation: 1, floorShare: 0.5, meters: [meter] };
    expect(amounts(bill(shape, { workload: { peakToAverage: 4 } })).provisioned_writes).toBeCloseTo(
      ((4 * 4 + 2 * 20) / 24) * 100 * 730 * 0.001,
      6,
    );
  });

  it("is infeasible beyond the most units that can be had", () => {
    const shape = { shape: "provisioned_units", targetUtilisation: 1, meters: [{ ...meter, maxUnits: 99 }] };
    expect(bill(shape)).toMatchObject({ feasible: false, total: null, bindingDimension: "capacity_units" });
  });
});

describe("E, per scan", () => {
  const shape = { shape: "per_scan", price: own("5"), priceBytes: 1e12, minMbPerQuery: 10 };
  const reads = { readShare: 1, requestsPerDay: 24_000 };

  it("bills at least the minimum, and whole MB above it", () => {
    const queries = 24_000 * (365 / 12);
    expect(amounts(bill({ ...shape, gbPerQuery: 0.0002 }, { workload: reads })).scanned).toBeCloseTo((queries * 10e6 * 5) / 1e12, 6);
    expect(amounts(bill({ ...shape, gbPerQuery: 0.0202 }, { workload: reads })).scanned).toBeCloseTo((queries * 21e6 * 5) / 1e12, 6);
  });

  it("takes the free bytes off when free tiers are on", () => {
    const free = { ...shape, gbPerQuery: 1, freePerMonth: 1 };
    const without = amounts(bill(free, { workload: reads })).scanned ?? 0;
    expect(amounts(bill(free, { workload: reads, freeTiers: true })).scanned).toBeCloseTo(without - 5, 6);
  });
});

describe("F, tiered", () => {
  it("bills tier by tier, a line each, after the free part came off the lowest", () => {
    const tiers = [
      { upTo: 10, usd: "3" },
      { upTo: 20, usd: "2" },
      { upTo: null, usd: "1" },
    ];
    const shape = { shape: "tiered", meters: [{ of: "stored_gb", price: { ...own("3"), tiers }, freeUnits: 4 }] };
    const lines = (freeTiers: boolean) =>
      bill(shape, { workload: { storedGb: 30 }, freeTiers })?.lines.map(({ quantity, unitPrice, amount }) => [quantity, unitPrice, amount]);
    expect(lines(false)).toEqual([
      ["10", "3", "30"],
      ["10", "2", "20"],
      ["10", "1", "10"],
    ]);
    expect(lines(true)?.at(-1)).toEqual(["6", "1", "6"]);
  });
});

describe("G, licensed by the core", () => {
  it("licenses every node, spreads the purchase and adds support", () => {
    const servers = { shape: "per_node", hoursPerMonth: 1, classes: [{ price: own("1"), capacity: { vcpu: 4 } }], readers: 1 };
    const licence = { price: own("47500"), vcpuPerLicence: 2, amortiseYears: 5, support: own("0.22") };
    const month = amounts(bill({ shape: "licenced", servers, licence }));
    expect(month.licences).toBeCloseTo((4 * 47_500) / 60, 3);
    expect(month.licence_support).toBeCloseTo((4 * 47_500 * 0.22) / 12, 3);
  });

  it("chooses the server by its price with licences", () => {
    const classes = [
      { price: own("1"), capacity: { vcpu: 8 } },
      { price: own("2"), capacity: { vcpu: 2 } },
    ];
    const shape = {
      shape: "licenced",
      servers: { shape: "per_node", hoursPerMonth: 1, classes },
      licence: { price: own("600"), vcpuPerLicence: 1, amortiseYears: 5 },
    };
    const month = amounts(bill(shape));
    expect(month.instance_hours).toBe(2);
    expect(month.licences).toBeCloseTo(20, 3);
  });
});

describe("H, self-hosted", () => {
  it("adds backups, traffic between zones, monitoring and hours that grow with the nodes", () => {
    const nodes = { shape: "scale_out", hoursPerMonth: 1, price: own("10"), node: { writesPerSecond: 50, readsPerSecond: 50 } };
    const shape = {
      shape: "self_hosted",
      nodes,
      backup: { price: own("1"), retentionDays: 10, changeShareDay: 0.1 },
      betweenZones: { price: own("0.01"), copies: 3 },
      monitoringPerNode: own("7"),
      upkeep: { baseHours: 10, hoursPerNode: 5, upgradeHoursYear: 24, onCallHours: 3 },
    };
    const month = amounts(bill(shape, { workload: { storedGb: 100 }, labour: { engineerHourUsd: "100" } }));
    expect(month).toMatchObject({ node_hours: 20, backup: 200, monitoring: 14, operations: (10 + 2 + 3 + 2 * 5) * 100 });
    expect(month.between_zones).toBeCloseTo((262_800_000 / 2 ** 20) * 4 * 0.01, 6);
  });
});

describe("commitments", () => {
  it("discount what runs today, bill the rest at list, and bill what stands idle below", () => {
    const shape = { shape: "scale_out", hoursPerMonth: 1, price: own("100"), node: { writesPerSecond: 100, readsPerSecond: 100 } };
    const request = costRequestSchema.parse({
      workload: aLoad({ ...writes, requestsPerDay: 17_280_000 }),
      designs: [{ id: "A", ...shape } as Design],
      scenarios: [0.5, 1, 2],
      commitments: { A: { discountShare: 0.3, termMonths: 12 } },
    });
    expect(computeCosts(request).designs[0]?.monthly.map(({ total }) => total)).toEqual(["140", "140", "340"]);
  });
});

describe("the shape of the load", () => {
  const share = (parts: { share: number }[]) => parts.reduce((sum, part) => sum + part.share, 0);
  const mean = (parts: { multiplier: number; share: number }[]) => parts.reduce((sum, part) => sum + part.multiplier * part.share, 0);
  const profiles = [
    { peakToAverage: 1 },
    { peakToAverage: 1.7 },
    { peakToAverage: 5 },
    { peakToAverage: 3, profile: { day: "block", busyHours: 6, weekendShare: 0.5 } },
    { peakToAverage: 2, profile: { day: "sine", busyHours: 4, weekendShare: 0.2 } },
  ] as const;

  it.each(profiles)("covers the whole month, averages to the average and reaches the peak: %j", (profile) => {
    const parts = loadProfile(profile);
    expect(share(parts)).toBeCloseTo(1, 9);
    expect(mean(parts)).toBeCloseTo(1, 6);
    expect(Math.max(...parts.map(({ multiplier }) => multiplier))).toBeCloseTo(profile.peakToAverage, 6);
    expect(share(laggedProfile(profile))).toBeCloseTo(1, 9);
    expect(mean(laggedProfile(profile))).toBeGreaterThanOrEqual(mean(parts) - 1e-9);
  });

  it("takes bursts out of the other hours and lets them set the peak", () => {
    const profile = { day: "auto", busyHours: 4, weekendShare: 1, bursts: { perMonth: 10, hours: 7.3, timesAverage: 30 } } as const;
    expect(peakMultiple({ peakToAverage: 2, profile })).toBe(30);
    expect(loadProfile({ peakToAverage: 2, profile }).find(({ multiplier }) => multiplier === 30)?.share).toBeCloseTo(0.1, 9);
  });
});
