import { describe, expect, it } from "vitest";
import { calendarOf } from "./calendar";

const EVENT = { id: "r1", on: "2027-06-01", title: "Orders", url: "https://example.org/w/1/revisit", stamp: "2026-11-21T18:00:00.123Z" };

describe("a reminder as a calendar file", () => {
  it("is one all-day event with line ends that every calendar reads", () => {
    const lines = calendarOf(EVENT).split("\r\n");
    expect(lines).toContain("DTSTART;VALUE=DATE:20270601");
    expect(lines).toContain("DTSTAMP:20261121T180000Z");
    expect(lines.at(-1)).toBe("");
  });

  it("keeps a hostile title inside its line", () => {
    const text = calendarOf({ ...EVENT, title: "a;b,c\\d\r\nEND:VEVENT\u0007" });
    expect(text).toContain("SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\r\n");
    expect(text.match(/^END:VEVENT/gmu)).toHaveLength(1);
  });

  it("folds long lines at 75 octets without cutting a sign", () => {
    const text = calendarOf({ ...EVENT, title: "数据库🐘".repeat(40) });
    const encoder = new TextEncoder();
    for (const line of text.split("\r\n")) expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n ", "")).toContain("数据库🐘".repeat(40));
  });
});
