import { describe, expect, it } from "vitest";
import { verifyFile } from "./verify-file";

const SIZE = 512 * 1024;
/** Ten times what the slowest takes. What is quadratic, or asks for the same work over and over, takes minutes. */
const MOST_MS = 1_000;

const many = (piece: string, size = SIZE) => piece.repeat(Math.floor(size / piece.length));
const HEAD = "%PDF-1.7\n";
const from = (at: number) => `\nstartxref\n${at}\n%%EOF\n`;
const TRAILER = "trailer <</Root 1 0 R>>";
const trailerOf = (inner: string) => `${HEAD}xref\n0 0\ntrailer ${inner}${from(HEAD.length)}`;
const rootOf = (inner: string) => trailerOf(`<</Root [${inner}]>>`);

/** Objects one inside the other: each is as long as all that follow. */
function nestedObjects(count: number): string {
  const head = `${HEAD}1 0 obj <</AcroForm <</Fields [${Array.from({ length: count }, (_, n) => `${n + 2} 0 R`).join(" ")}]>> >>\n`;
  let body = head;
  const offsets = [HEAD.length];
  for (let n = 0; n < count; n++) {
    offsets.push(body.length);
    body += `${n + 2} 0 obj (\n`;
  }
  body += ")".repeat(count) + " ".repeat(200_000);
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return `${body}\nxref\n1 ${count + 1}\n${entries}${TRAILER}${from(body.length + 1)}`;
}

const shell = (audit: string) =>
  `{"record":{},"sha256":"${"0".repeat(64)}","people":[],"approvals":[],"audit":${audit},"status":"accepted","number":1}`;

async function judge(text: string) {
  const bytes = new Uint8Array(Buffer.from(text, "latin1"));
  const before = process.cpuUsage();
  const { checks } = await verifyFile(bytes, { roots: null });
  const { user, system } = process.cpuUsage(before);
  return { reasons: checks.flatMap(({ ok, reason }) => (ok === false ? (reason ?? "") : [])), ms: (user + system) / 1_000 };
}

describe("a file that was made to take long", () => {
  it.each<[string, () => string, string]>([
    ["a table that never ends", () => `${HEAD}xref\n${from(HEAD.length)}`, "unreadable"],
    ["a table of nothing to the end", () => `${HEAD}xref\n${many("0 0\n")}${from(HEAD.length)}`, "unreadable"],
    ["a table that announces a million entries", () => `${HEAD}xref\n0 1000000\n${many(" ")}${from(HEAD.length)}`, "unreadable"],
    [
      "a table that points to itself",
      () => `${HEAD}xref\n0 0\ntrailer <</Root 1 0 R /Prev ${HEAD.length}>>${many(" ")}${from(HEAD.length)}`,
      "unreadable",
    ],
    [
      "tables that lie over each other",
      () => `${HEAD}      xref\n0 0\ntrailer <</Root 1 0 R /Prev 10 /Big (${many("a")})>>${from(HEAD.length)}`,
      "unreadable",
    ],
    ["a table before the file", () => `${HEAD}xref\n0 0\ntrailer <</Root 1 0 R /Prev -5>>${from(HEAD.length)}`, "rewritten"],
    ["objects inside each other", () => nestedObjects(5_000), "unreadable"],
    ["words of the end without an end", () => HEAD + many("startxref "), "truncated"],
    ["an end of blanks", () => `${HEAD}startxref${many(" ")}`, "truncated"],
    ["an end of digits", () => `${HEAD}startxref ${many("1")}`, "truncated"],
    ["zeros", () => HEAD + many("\0"), "truncated"],
    ["a million small objects", () => rootOf(many("<>")), "unreadable"],
    ["numbers that could be references", () => rootOf(many("1 ")), "unreadable"],
    ["numbers with remarks between them", () => rootOf(many("1 %x\n")), "unreadable"],
    ["brackets that open", () => trailerOf(many("[")), "unreadable"],
    ["dictionaries that open", () => trailerOf(many("<</a ")), "unreadable"],
    ["parentheses that open", () => trailerOf(`<</Root (${many("(")}`), "truncated"],
    ["a hex text of blanks", () => trailerOf(`<</Root <${many(" ")}>>>`), "unreadable"],
    ["a hex text", () => trailerOf(`<</Root <${many("a")}>>>`), "unreadable"],
    ["one long name", () => trailerOf(`<</${many("#41")} 1>>`), "unreadable"],
    ["one long number", () => trailerOf(`<</a ${many("1")}>>`), "unreadable"],
    ["JSON of brackets", () => `{"a":${many("[")}${many("]")}}`, "unknown_kind"],
    ["JSON that nests in a part of ours", () => shell(`${many("[")}${many("]")}`), "unknown_kind"],
    ["JSON of brackets in a text", () => `{"a":"${many("[")}"}`, "unknown_kind"],
    ["JSON of quotes", () => `{${many('\\"')}`, "not_json"],
    ["JSON of blanks", () => `{${many(" ")}`, "not_json"],
    ["JSON of numbers where the history's head is", () => shell(`[${many("0,")}0]`), "no_seal"],
  ])("%s is named at once", async (_, make, reason) => {
    const { reasons, ms } = await judge(make());
    expect(reasons).toContain(reason);
    expect(ms).toBeLessThan(MOST_MS);
  });
});
