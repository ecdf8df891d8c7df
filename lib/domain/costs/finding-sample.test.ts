import { describe, expect, it } from "vitest";
import { WAGTAIL_SAMPLE } from "../sample/wagtail";
import { worksheetResults } from "../worksheet/results";
import type { AnswerView } from "../worksheet/schema";
import { DESIGN_SOURCES } from "./design-list";
import { findingOf } from "./finding";
import { comparedDesigns } from "./finding-compared";

const answers: AnswerView[] = WAGTAIL_SAMPLE.members.flatMap(({ name, answers: given }) =>
  Object.entries(given).map(([field, answer]) => ({
    memberId: name,
    field,
    round: 1,
    value: "value" in answer ? (answer.value as AnswerView["value"]) : null,
    unknown: "unknown" in answer,
    basis: "value" in answer ? (answer.basis ?? null) : null,
    reason: null,
    version: 1,
    late: false,
  })),
);

describe("per-node against serverless on the sample worksheet", () => {
  const { costs } = worksheetResults({ frame: WAGTAIL_SAMPLE.frame, positions: [], answers, today: "2026-11-20" });
  if (!costs.reply) throw new Error("The sample has a load and finalists with a price.");
  const { reply, names } = costs;
  const kinds = findingOf(reply, names).kinds;
  const compared = comparedDesigns(reply);
  const cheapest = (load: number, isServerless: boolean) => {
    const bills = compared
      .filter(({ design }) => (DESIGN_SOURCES.find(({ id }) => id === design)?.hosting === "serverless") === isServerless)
      .flatMap(({ curve }) => curve.segments.filter(({ from, to }) => from < load && load <= to))
      .map(({ intercept, slope }) => Number(intercept) + Number(slope) * load);
    return Math.min(...bills);
  };

  it("draws the serverless design that is the cheapest today, so that sentence, strip and chart speak of the same ones", () => {
    const neon = costs.candidates.find(({ design }) => design === "neon-launch");
    const today = reply.designs.map(({ id, monthly }) => ({ id, total: Number(monthly[0]?.total) })).sort((a, b) => a.total - b.total);
    expect(neon?.isDrawn).toBe(true);
    expect(today[0]?.id).toBe(neon?.id);
    expect(reply.envelope[0]?.design).toBe(neon?.id);
    expect(findingOf(reply, names).undrawn).toBeNull();
  });

  it("says who is cheaper up to the load at which the cheapest ends, over the compared designs", () => {
    expect(kinds).toMatchObject({ id: "costs.finding.kindsNeverNamed", params: { leader: "serverless", strict: "yes", to: "2,624" } });
    const loads = Array.from({ length: 2_624 }, (_, index) => index + 1);
    expect(loads.filter((load) => cheapest(load, true) >= cheapest(load, false))).toEqual([]);
    expect(cheapest(2_625, true)).toBe(Number.POSITIVE_INFINITY);
  });
});
