import { describe, expect, it } from "vitest";
import { checkCostCases, checkGuideClaims } from "./cost-cases";

describe("published examples", () => {
  const cases = checkCostCases();

  it("are at least thirty, each with a source that can be opened", () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expect(cases.filter(({ source }) => !source.url.startsWith("https://"))).toEqual([]);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it("come out within a cent or the stated tolerance, except those whose answer is wrong", () => {
    expect(cases.filter(({ holds }) => !holds).map(({ id, publishedUsd, computedUsd }) => [id, publishedUsd, computedUsd])).toEqual([]);
  });

  it("say why, where the tolerance is more than a cent or the published answer is not right", () => {
    const silent = cases.filter(({ verdict, toleranceUsd, note }) => note === null && (verdict !== "right" || Number(toleranceUsd) > 0.01));
    expect(silent).toEqual([]);
  });

  it("apply tiers where the book has them", () => {
    const backup = cases.find(({ id }) => id === "redshift-backup");
    expect(backup?.lines.map(({ quantity }) => quantity)).toEqual(["51200", "460800", "100000"]);
    expect(backup?.computedUsd).toBe("13415.2");
  });
});

describe("claims of the guide", () => {
  it("are all judged, and our own number comes out of the price book", () => {
    const claims = checkGuideClaims();
    expect(claims.length).toBeGreaterThanOrEqual(30);
    expect(claims.filter(({ holds }) => !holds).map(({ id, computedUsd }) => [id, computedUsd])).toEqual([]);
  });
});
