import { describe, expect, it } from "vitest";
import messages from "../../../messages/en/costs.json";
import { findMessage } from "../messages/format";
import { workloadFromAnswers } from "./workload";
import { workloadSchema } from "./workload-schema";

const sourceOf = (result: ReturnType<typeof workloadFromAnswers>, id: string) =>
  result.assumptions.find((assumption) => assumption.id === id)?.source;

describe("the workload of the answers", () => {
  it("is unknown when nobody gave a load", () => {
    const result = workloadFromAnswers({ cost: { traffic: "spiky" } });
    expect(result.workload).toBeNull();
    expect(sourceOf(result, "requestsPerDay")).toBe("unknown");
  });

  it("divides today's peak by how spiky the traffic is", () => {
    const cases = [
      ["steady", 1.2],
      ["diurnal", 2],
      ["spiky", 5],
      ["rare", 20],
    ] as const;
    for (const [traffic, ratio] of cases) {
      const { workload } = workloadFromAnswers({ cost: { traffic }, scale: { now: { reads_s: 60, writes_s: 40 } } });
      expect(workload).toMatchObject({ peakToAverage: ratio, requestsPerDay: (86_400 * 100) / ratio });
    }
  });

  it("prices the most requests that we count when an answer asks for more, and says so", () => {
    const most = { reads_s: 1e15, writes_s: 1e15 };
    const result = workloadFromAnswers({ scale: { now: most } });
    expect(result.workload?.requestsPerDay).toBe(1e15);
    expect(sourceOf(result, "requestsPerDay")).toBe("assumed");
    expect(result.assumptions.map(({ text }) => text.id)).toContain("costs.assumptions.requestsPerDay_most");
  });

  it("shows a blank traffic answer as an assumed ratio of 2", () => {
    const result = workloadFromAnswers({ scale: { now: { reads_s: 60, writes_s: 40 } } });
    expect(result.workload?.peakToAverage).toBe(2);
    expect(sourceOf(result, "peakToAverage")).toBe("assumed");
  });

  it("prefers requests a day that the team gave", () => {
    const result = workloadFromAnswers({ cost: { requests_day: 5_000 }, scale: { now: { reads_s: 60, writes_s: 40 } } });
    expect(result.workload?.requestsPerDay).toBe(5_000);
    expect(sourceOf(result, "requestsPerDay")).toBeUndefined();
  });

  it("starts a product without load at its first estimate and says so", () => {
    const result = workloadFromAnswers({ scale: { now: { reads_s: 0, writes_s: 0 }, y1: { reads_s: 30, writes_s: 10 } } });
    expect(result.workload?.requestsPerDay).toBe((86_400 * 40) / 2);
    expect(result.assumptions.find(({ id }) => id === "requestsPerDay")?.text.id).toBe("costs.assumptions.requestsPerDay_y1");
  });

  it("reads the read share from the answer, else from the peaks", () => {
    const now = { reads_s: 90, writes_s: 10 };
    expect(workloadFromAnswers({ scale: { now }, workload: { read_pct: 70 } }).workload?.readShare).toBe(0.7);
    expect(workloadFromAnswers({ scale: { now } }).workload?.readShare).toBe(0.9);
  });

  it("maps freshness and atomicity to shares", () => {
    const scale = { now: { reads_s: 1, writes_s: 1 } };
    const of = (fresh_reads: "always" | "own_writes" | "stale_ok", atomic: "none" | "many_records") =>
      workloadFromAnswers({ scale, consistency: { fresh_reads, atomic } }).workload;
    expect(of("always", "none")).toMatchObject({ strongReadShare: 1, transactionalShare: 0 });
    expect(of("own_writes", "many_records")).toMatchObject({ strongReadShare: 0.5, transactionalShare: 1 });
    expect(of("stale_ok", "none")?.strongReadShare).toBe(0);
  });

  it("spreads growth over 36 months and never lets data shrink", () => {
    const of = (now: number, y3: number) =>
      workloadFromAnswers({ scale: { now: { writes_s: 1, data_gb: now }, y3: { data_gb: y3 } } }).workload?.growthGbPerMonth;
    expect(of(20, 92)).toBe(2);
    expect(of(92, 20)).toBe(0);
  });

  it("has words for every assumption", () => {
    const all = [
      workloadFromAnswers({}),
      workloadFromAnswers({ scale: { now: { writes_s: 5 } } }),
      workloadFromAnswers({ cost: { requests_day: 9 } }),
    ];
    for (const { text } of all.flatMap(({ assumptions }) => assumptions))
      expect(findMessage({ costs: messages }, text.id), text.id).toBeDefined();
  });
});

describe("a load that is none", () => {
  it.each([
    ["below zero", -1],
    ["not a number", Number.NaN],
    ["endless", Number.POSITIVE_INFINITY],
    ["huge", 1e16],
    ["a text", "many"],
  ])("is refused at its field when it is %s", (_, requestsPerDay) => {
    const whole = { requestsPerDay, peakToAverage: 2, readShare: 0.5, storedGb: 1 };
    expect(workloadSchema.safeParse(whole).error?.issues.map(({ path }) => path.join("."))).toEqual(["requestsPerDay"]);
  });

  it("may be nothing at all, which is a load", () => {
    expect(workloadSchema.safeParse({ requestsPerDay: 0, peakToAverage: 1, readShare: 0, storedGb: 0 }).success).toBe(true);
  });
});
