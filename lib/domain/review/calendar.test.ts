import { describe, expect, it } from "vitest";
import { calendarOf } from "./calendar";

const EVENT = { id: "r1", on: "2027-06-01", title: "Orders", url: "https://example.org/w/1/revisit" };
const STAMP = { stamp: "2026-11-21T18:00:00.123Z", name: "" };

describe("a reminder as a calendar file", () => {
  it("is one all-day event with line ends that every calendar reads", () => {
    const lines = calendarOf([EVENT], STAMP).split("\r\n");
    expect(lines).toContain("DTSTART;VALUE=DATE:20270601");
    expect(lines).toContain("DTSTAMP:20261121T180000Z");
    expect(lines.at(-1)).toBe("");
  });

  it("keeps a hostile title inside its line", () => {
    const text = calendarOf([{ ...EVENT, title: "a;b,c\\d\r\nEND:VEVENT\u0007" }], STAMP);
    expect(text).toContain("SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\r\n");
    expect(text.match(/^END:VEVENT/gmu)).toHaveLength(1);
  });

  it("holds several under a name that cannot end its line", () => {
    const text = calendarOf([EVENT, { ...EVENT, id: "r2", on: "2028-01-02" }], { ...STAMP, name: "Payments\nX-EVIL:1" });
    expect(text.match(/^UID:r\d@shortlist/gmu)).toEqual(["UID:r1@shortlist", "UID:r2@shortlist"]);
    expect(text).toContain("NAME:Payments\\nX-EVIL:1\r\n");
  });

  it("folds long lines at 75 octets without cutting a sign", () => {
    const text = calendarOf([{ ...EVENT, title: "数据库🐘".repeat(40) }], STAMP);
    const encoder = new TextEncoder();
    for (const line of text.split("\r\n")) expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n ", "")).toContain("数据库🐘".repeat(40));
  });
});
