import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closeCrossings } from "./close-crossings";

describe("crossings that lie close together", () => {
  it("are listed once, from the first to the last of them", () => {
    const groups = closeCrossings([315, 316, 320, 400, 401].map((x) => ({ x })));
    expect(groups.map(({ from, to, count }) => [from, to, count])).toEqual([
      [315, 320, 3],
      [400, 401, 2],
    ]);
    expect(closeCrossings([])).toEqual([]);
  });

  it("lose none of them and stay in order, whatever the loads", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true })), (loads) => {
        const groups = closeCrossings(loads.map((x) => ({ x })));
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(loads.length);
        for (const [index, { from, to }] of groups.entries()) {
          expect(to).toBeGreaterThanOrEqual(from);
          expect(from).toBeGreaterThan((groups[index - 1]?.to ?? 0) * 1.02);
        }
      }),
    );
  });
});
