import { describe, expect, it } from "vitest";
import { reviewDay } from "./review-day";
import type { ReconsiderItem } from "./schema";

const on = (date: string): ReconsiderItem => ({ text: "", now: null, owner: null, trigger: { type: "date", date, measuredAt: "" } });
const event: ReconsiderItem = { text: "A second country", now: null, owner: null, trigger: { type: "event", measuredAt: "" } };

describe("the day to look again", () => {
  it("is the earliest that was chosen", () => {
    expect(reviewDay({ reconsider: [event, on("2028-03-01"), on("2027-06-30")] }, "2026-11-20T14:02:31.000Z")).toEqual({
      day: "2027-06-30",
      isChosen: true,
    });
  });

  it("is a year after the decision when none was", () => {
    expect(reviewDay({ reconsider: [event] }, "2028-02-29T23:59:59.000Z")).toEqual({ day: "2029-03-01", isChosen: false });
  });
});
