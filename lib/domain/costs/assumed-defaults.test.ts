import { describe, expect, it } from "vitest";
import { assumedDefaults } from "./assumed-defaults";
import { costRequestSchema } from "./request-schema";

const least = {
  workload: { requestsPerDay: 86_400, peakToAverage: 1, readShare: 0.5, storedGb: 1 },
  designs: [{ id: "A", shape: "listed", design: "spanner" }],
};
const assumed = (sent: object) => assumedDefaults(sent, costRequestSchema.parse(sent));

describe("what a request left out", () => {
  it("is listed with the value that was taken, in words where there are words", () => {
    expect(assumed(least).map(({ path, value }) => [path, value])).toEqual([
      ["workload.strongReadShare", 1],
      ["workload.transactionalShare", 0],
      ["workload.itemReadKb", 1],
      ["workload.itemWriteKb", 1],
      ["workload.growthGbPerMonth", 0],
      ["workload.egressShare", 0],
      ["workload.workingSetShare", 0.25],
      ["workload.writesPerVcpuSecond", 500],
      ["workload.readsPerVcpuSecond", 2_000],
      ["workload.utilisation", 0.6],
      ["workload.headroom", 0.3],
      ["workload.cacheHitShare", 0.95],
      ["scenarios", [1, 10, 100]],
      ["axis", { unit: "peak_requests_per_second", scaleData: true }],
      ["horizonMonths", 36],
      ["freeTiers", false],
      ["workload.connections", null],
    ]);
    expect(assumed(least)[0]?.text).toEqual({ id: "costs.assumptions.strongReadShare", params: { value: 1 } });
  });

  it("reaches into parts that were given in part, and leaves alone what was said", () => {
    const paths = assumed({ ...least, workload: { ...least.workload, headroom: 0.5 }, tco: { people: 3, designs: { A: {} } } }).map(
      ({ path }) => path,
    );
    expect(paths).toContain("tco.engineerHourUsd");
    expect(paths).toContain("tco.designs.A.isKnown");
    expect(paths).not.toContain("workload.headroom");
    expect(paths).not.toContain("tco.people");
    expect(paths.filter((path) => path.startsWith("uncertainty"))).toEqual([]);
  });
});
