import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openPdf } from "./pdf-file";
import { attachmentsOf } from "./signature-field";

/** A PDF whose name tree holds these files, each a packed stream; by the names given, so that one may stand twice. */
function aPdf(files: readonly [name: string, packed: Uint8Array][]): Uint8Array {
  const names = files.map(([name], index) => `(${name}) <</EF <</F ${index + 2} 0 R>>>>`).join(" ");
  const objects = [
    Buffer.from(`1 0 obj <</Names <</EmbeddedFiles <</Names [${names}]>>>>>> endobj\n`),
    ...files.map(([, packed], index) =>
      Buffer.concat([
        Buffer.from(`${index + 2} 0 obj <</Filter /FlateDecode /Length ${packed.length}>> stream\n`),
        packed,
        Buffer.from("\nendstream endobj\n"),
      ]),
    ),
  ];
  let at = 9;
  const entries = objects.map((object) => {
    const entry = `${String(at).padStart(10, "0")} 00000 n \n`;
    at += object.length;
    return entry;
  });
  const table = `xref\n1 ${objects.length}\n${entries.join("")}trailer <</Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([Buffer.from("%PDF-1.7\n"), ...objects, Buffer.from(table)]));
}

const packed = (text: string) => zlibSync(new TextEncoder().encode(text));
const read = (files: readonly [string, Uint8Array][]) => attachmentsOf(openPdf(aPdf(files)));

describe("the files inside a PDF", () => {
  it("are ours by name, unpacked; others are left alone", () => {
    const found = read([
      ["record.json", packed("{}")],
      ["holiday.jpg", new Uint8Array(3)],
    ]);
    expect([...found].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([["record.json", "{}"]]);
  });

  it("are refused when a name stands twice, for two readers could take two different files", () => {
    const twice = () =>
      read([
        ["record.json", packed("{}")],
        ["record.json", packed("[]")],
      ]);
    expect(twice).toThrow("two attachments are called record.json");
  });

  it("are refused when they unpack to more than any of ours, each or together", () => {
    const bomb = zlibSync(new Uint8Array(40 * 1024 * 1024));
    expect(read([["record.json", bomb]]).size).toBe(1);
    expect(() =>
      read([
        ["record.json", bomb],
        ["approvals.json", bomb],
      ]),
    ).toThrow("an attachment unpacks to too much");
  });
});
