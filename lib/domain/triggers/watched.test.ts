import { describe, expect, it } from "vitest";
import { dayIn } from "../day-in";
import type { ReconsiderItem, RecordTrigger } from "../record/schema";
import { passes, watchedTriggers } from "./watched";

const item = (trigger?: RecordTrigger, text = "words"): ReconsiderItem => ({
  text,
  now: null,
  owner: null,
  ...(trigger ? { trigger } : {}),
});
const metric = { type: "metric", metric: "scale.now.writes_s", direction: "above", threshold: 10_000, measuredAt: "" } as const;
const date = (day: string) => ({ type: "date", date: day, measuredAt: "" }) as const;
const keys = (...reconsider: ReconsiderItem[]) => watchedTriggers({ reconsider }, "2026-11-20T14:02:31.000Z").map(({ key }) => key);

describe("what an accepted record waits for", () => {
  it("is a year, where it names no day", () => {
    expect(keys()).toEqual(["date:2027-11-20"]);
    expect(keys(item(metric))).toEqual(["metric:0", "date:2027-11-20"]);
  });

  it("is each day, number and event that it names, one day once", () => {
    const event = { type: "event", measuredAt: "" } as const;
    expect(keys(item(), item(date("2027-03-01")), item(event), item(metric), item(date("2027-03-01")), item(date("2028-01-01")))).toEqual([
      "date:2027-03-01",
      "event:2",
      "metric:3",
      "date:2028-01-01",
    ]);
  });

  it("names a number as reports do, however the record spells it", () => {
    expect(watchedTriggers({ reconsider: [item({ ...metric, metric: "a.scale.now.writes_s" })] }, "2026-11-20T00:00:00Z")[0]).toMatchObject(
      {
        metric: "scale.now.writes_s",
      },
    );
  });

  it("is not reached by standing on the line", () => {
    expect([9_999, 10_000, 10_001].map((value) => passes(metric, value))).toEqual([false, false, true]);
    expect([9_999, 10_000].map((value) => passes({ ...metric, direction: "below" }, value))).toEqual([true, false]);
  });

  it("comes on the team's own day", () => {
    expect(dayIn("2027-11-19T18:30:00Z", "Asia/Kathmandu")).toBe("2027-11-20");
    expect(dayIn("2027-11-20T07:59:00Z", "America/Los_Angeles")).toBe("2027-11-19");
    expect(dayIn("2027-11-20T07:59:00Z", "Nowhere/At all")).toBe("2027-11-20");
  });
});
