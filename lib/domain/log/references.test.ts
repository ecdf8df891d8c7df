import { describe, expect, it } from "vitest";
import { archiveNames, referenceFinder } from "./references";

const among = [
  { entryId: "a1", path: "docs/adr/0001-use-mysql.md", number: "1" },
  { entryId: "a5", path: "docs/adr/0005-use-postgresql.md", number: "5" },
  { entryId: "b5", path: "other/0005-another.md", number: "5" },
  { entryId: "d1", path: "docs/adr/20200101-choose-a-queue.md", number: null },
  { entryId: "e1", path: "docs/adr/0007-first.md", number: "7" },
  { entryId: "e2", path: "docs/adr/0007-second.md", number: "7" },
];
const from = "docs/adr/0001-use-mysql.md";

describe("what a file names as its replacement", () => {
  it.each([
    ["0005-use-postgresql.md", "a5"],
    ["./0005-use-postgresql.md#decision", "a5"],
    ["[ADR-0005](../adr/0005-Use-PostgreSQL.md)", "a5"],
    ["0005-another.md", "b5"],
    ["ADR-0005", "a5"],
    ["5", "a5"],
    ["20200101-choose-a-queue", "d1"],
    ["choose-nothing", null],
    ["0007", null],
    ["0001-use-mysql.md", null],
    ["", null],
  ])("%j is %j", (reference, entryId) => {
    expect(referenceFinder(among)(reference, from)?.entryId ?? null).toBe(entryId);
  });
});

describe("names in an archive", () => {
  it("are the files' own, with folders only where two would be one, and never leave their folder", () => {
    expect(archiveNames(["docs/adr/0001-a.md", "other/0001-a.md", "other/0001-A.md", "../../etc/passwd", "a\u0000b?.md", ".."])).toEqual([
      "0001-a.md",
      "other/0001-a.md",
      "0001-A-2.md",
      "passwd",
      "a-b-.md",
      "decision.md",
    ]);
  });
});
