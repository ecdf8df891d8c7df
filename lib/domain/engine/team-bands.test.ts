import { describe, expect, it } from "vitest";
import { anAnswer } from "../record/builders";
import type { PositionView } from "../worksheet/schema";
import { evaluateRequestSchema } from "./schema";
import { teamBands } from "./team-bands";

const writes = "scale.y3.writes_s";
const settled = (low: number | null, high: number | null) =>
  ({ field: writes, value: 400, low, high, reached: "consent", reason: "", by: "m-bo" }) as unknown as PositionView;

describe("the band of a team's numbers", () => {
  const answers = [anAnswer("m-dee", writes, 200, "educated_guess"), anAnswer("m-bo", "cost.avg_utilisation_pct", 30, "wild_guess")];

  it("is pooled from how sure the members are, for numbers on which a candidate may leave", () => {
    expect(teamBands({ positions: [], answers })).toEqual({ [writes]: { low: 66.6666667, high: 600 } });
  });

  it("is what the team recorded with its number, where it did", () => {
    expect(teamBands({ positions: [settled(100, 5_000)], answers })).toEqual({ [writes]: { low: 100, high: 5_000 } });
    expect(teamBands({ positions: [settled(null, null)], answers })).toEqual({ [writes]: { low: 66.6666667, high: 600 } });
  });

  it("is none without an estimate", () => {
    expect(teamBands({ positions: [], answers: [] })).toEqual({});
  });

  it("is refused by its path where no question asks for such a number, or low is above high", () => {
    const refused = (bands: object) => evaluateRequestSchema.safeParse({ bands }).error?.issues.map(({ path }) => path.join("/"));
    expect(refused({ "scale.y3.speed": { low: 1, high: 2 } })).toEqual(["bands/scale.y3.speed"]);
    expect(refused({ [writes]: { low: 3, high: 2 } })).toEqual([`bands/${writes}/low`]);
  });
});
