import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS, valueSchemaOf } from "../answers/fields";
import { anAnswer } from "../record/builders";
import { worksheetResults } from "./results";
import { worthOfSettling } from "./worth";

const NUMBERS = FIELDS.filter(({ type, question }) => type === "number" && question !== null);
/** The ends of what a number field takes, as far as that field takes them. */
const ENDS = [0, 1e-9, 1, 100, 1e9, 1e15];

/** Up to three people who say anything that the fields take, the ends most of all. */
const anyNumbers = fc.array(
  fc.record({ memberId: fc.constantFrom("m-1", "m-2", "m-3"), field: fc.constantFrom(...NUMBERS), value: fc.constantFrom(...ENDS) }),
  { minLength: 1, maxLength: 24 },
);

describe("what a worksheet leads to", () => {
  it("is counted for every number that the fields take", () => {
    fc.assert(
      fc.property(anyNumbers, (said) => {
        const taken = said.filter(({ field, value }) => valueSchemaOf(field.path)?.safeParse(value).success);
        const byPlace = new Map(
          taken.map(({ memberId, field, value }) => [`${memberId} ${field.path}`, anAnswer(memberId, field.path, value, "measured")]),
        );
        const answers = [anAnswer("m-1", "workload.primary", "relational", "measured"), ...byPlace.values()];
        const input = { frame: { ops: { clouds: ["aws" as const] } }, answers, positions: [], today: "2026-11-20" };
        const { evaluation, costs } = worksheetResults(input);
        for (const { monthly } of costs.reply?.designs ?? []) {
          for (const { total, feasible } of monthly) expect(feasible ? Number.isFinite(Number(total)) : total === null).toBe(true);
        }
        expect(worthOfSettling({ ...input, shortlist: evaluation.shortlist, people: 3 }).meeting.people).toBe(3);
      }),
      { numRuns: 30 },
    );
  });
});
