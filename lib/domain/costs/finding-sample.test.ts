import { describe, expect, it } from "vitest";
import { WAGTAIL_SAMPLE } from "../sample/wagtail";
import { worksheetResults } from "../worksheet/results";
import type { AnswerView } from "../worksheet/schema";
import { DESIGN_SOURCES } from "./design-list";
import { findingOf } from "./finding";

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
  const cheapest = (load: number, isServerless: boolean) => {
    const bills = reply.designs
      .filter(({ design }) => (DESIGN_SOURCES.find(({ id }) => id === design)?.hosting === "serverless") === isServerless)
      .flatMap(({ curve }) => curve.segments.filter(({ from, to }) => from < load && load <= to))
      .map(({ intercept, slope }) => Number(intercept) + Number(slope) * load);
    return Math.min(...bills);
  };

  it("prices a serverless design that the chart does not draw and that is the cheapest today", () => {
    const neon = costs.candidates.find(({ design }) => design === "neon-launch");
    const today = reply.designs.map(({ id, monthly }) => ({ id, total: Number(monthly[0]?.total) })).sort((a, b) => a.total - b.total);
    expect(neon?.isDrawn).toBe(false);
    expect(today[0]).toEqual({ id: neon?.id, total: 19.938958333 });
  });

  it("names the one load at which the cheaper kind changes, over every priced design", () => {
    expect(kinds).toEqual({
      id: "costs.finding.kindsOnce",
      params: { x: "2,624", first: "serverless", settled: "2,624", last: "node" },
    });
    const loads = Array.from({ length: Math.floor(reply.axis.to) }, (_, index) => index + 1).filter((load) => load !== 2_624);
    const wrong = loads.filter((load) => cheapest(load, true) < cheapest(load, false) !== load < 2_624);
    expect(wrong).toEqual([]);
  });
});
