import { describe, expect, it } from "vitest";
import { formatMessage } from "./format";

const messages = { rules: { "W-01": { text: "{name} keeps {n, plural, one {# table} other {# tables}}.", plain: "It's fine" } } };

describe("formatMessage", () => {
  it("fills parameters and plurals", () => {
    const ref = { id: "rules.W-01.text", params: { name: "PostgreSQL", n: 2 } };
    expect(formatMessage(messages, ref, "en")).toBe("PostgreSQL keeps 2 tables.");
  });

  it("groups digits as the locale does", () => {
    expect(formatMessage({ a: "{n, number}" }, { id: "a", params: { n: 50_000 } }, "en")).toBe("50,000");
    expect(formatMessage({ a: "{n, number}" }, { id: "a", params: { n: 50_000 } }, "de")).toBe("50.000");
  });

  it("leaves what looks like markup in a parameter alone", () => {
    expect(formatMessage({ a: "{x} <b>" }, { id: "a", params: { x: "<i>{y}</i>" } }, "en")).toBe("<i>{y}</i> <b>");
  });

  it("shows the id when there is no such message", () => {
    expect(formatMessage(messages, { id: "rules.X-99.text", params: {} }, "en")).toBe("rules.X-99.text");
  });
});
