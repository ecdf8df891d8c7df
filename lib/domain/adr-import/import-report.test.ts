import { expect, it } from "vitest";
import { importReport } from "./import-report";

const record = "# A\n\n* Status: accepted\n\n## Decision Outcome\n\nb\n";

it("says of every file what became of it", () => {
  const report = importReport([
    { name: "adr/0001-a.md", content: record },
    { name: "adr/copy.md", content: record },
    { name: "logo.png", content: new Uint8Array([1, 2]) },
    { name: "notes.md", content: "# Shopping\n\nMilk\n" },
    { name: "template.md", content: "# {title}\n\n## Decision Outcome\n" },
    { name: "empty.md", content: "" },
    { name: "photo.md", content: new Uint8Array([0, 1, 2]) },
  ]);
  expect(report.map((file) => [file.name, file.outcome === "skipped" ? file.reason : file.outcome])).toEqual([
    ["adr/0001-a.md", "parsed"],
    ["adr/copy.md", "duplicate"],
    ["logo.png", "not_markdown"],
    ["notes.md", "no_form"],
    ["template.md", "template"],
    ["empty.md", "empty"],
    ["photo.md", "binary"],
  ]);
});
