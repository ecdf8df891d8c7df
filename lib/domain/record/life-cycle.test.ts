import { describe, expect, it } from "vitest";
import { checkTransition, type LifeStatus, lifeStatus, lifeStatusSchema } from "./life-cycle";

describe("the status of a record", () => {
  it("moves only along the life cycle", () => {
    const allowed = lifeStatusSchema.options.flatMap((from) =>
      lifeStatusSchema.options.filter((to) => checkTransition(from, to).ok).map((to) => `${from} > ${to}`),
    );
    expect(allowed).toEqual([
      "draft > proposed",
      "proposed > draft",
      "proposed > accepted",
      "proposed > rejected",
      "accepted > draft",
      "accepted > deprecated",
      "accepted > superseded",
      "rejected > draft",
      "rejected > proposed",
      "deprecated > accepted",
      "deprecated > superseded",
    ]);
  });

  it.each([
    [null, false, [], "draft"],
    ["withdrawn", true, [], "draft"],
    ["rejected", false, [], "rejected"],
    ["accepted", true, [], "deprecated"],
    ["accepted", true, [{ isPartial: false, isAccepted: true }], "superseded"],
    ["accepted", false, [{ isPartial: false, isAccepted: false }], "accepted"],
    ["accepted", false, [{ isPartial: true, isAccepted: true }], "accepted"],
    ["proposed", false, [{ isPartial: false, isAccepted: true }], "proposed"],
  ] as const)("with the revision %s, deprecated %s and replacements %j is %s", (revision, isDeprecated, replacements, status) => {
    expect(lifeStatus({ revision, isDeprecated, replacements })).toBe(status satisfies LifeStatus);
  });
});
