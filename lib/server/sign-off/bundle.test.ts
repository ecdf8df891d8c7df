import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { ADR_FORMATS } from "@/lib/domain/adr/formats";
import { checkExport } from "@/lib/domain/record/export-json";
import { anAcceptedDecision } from "../testing/accepted";
import { ApiClient } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();

/** The files of an archive by path, unpacked by Info-ZIP, which did not write it; null where that is not installed. */
function unzipped(bytes: Uint8Array): Map<string, string> | null {
  const folder = mkdtempSync(join(tmpdir(), "shortlist-zip-"));
  try {
    const file = join(folder, "adr.zip");
    writeFileSync(file, bytes);
    const run = spawnSync("unzip", ["-q", file, "-d", join(folder, "out")], { encoding: "utf8" });
    if (run.error) return null;
    expect([run.status, run.stderr]).toEqual([0, ""]);
    const paths = readdirSync(join(folder, "out"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      paths.map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(join(folder, "out").length + 1), readFileSync(path, "utf8")];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every address that the Markdown names, as a reader of Markdown resolves it. */
function addressesIn(markdown: string): string[] {
  const tokens = new MarkdownIt().parse(markdown, {}).flatMap(({ children }) => children ?? []);
  return tokens.flatMap((token) => (token.type === "image" ? [decodeURI(String(token.attrGet("src")))] : []));
}

describe("adr.zip", () => {
  it("unpacks with a tool of others: the record's file in each form, every drawing that it shows, and the record that verifies", async () => {
    const team = await anAcceptedDecision(client, "../../Which store? <ünï> / \\ \u202E 日本");
    for (const format of ADR_FORMATS) {
      const { status, bytes, headers } = await client.bytes(`/worksheets/${team.id}/adr.zip?format=${format}`, team.bo);
      expect([status, headers.get("content-type")]).toEqual([200, "application/zip"]);
      const files = unzipped(bytes);
      if (files === null) return;
      const paths = [...files.keys()].sort();
      const [markdown = "", ...others] = paths.filter((path) => path.endsWith(".md"));
      const folder = paths.find((path) => path.endsWith("/record.json"))?.replace(/\/record\.json$/u, "") ?? "";
      expect(others).toEqual([]);
      expect(folder).toMatch(/^\d{4}-[a-z0-9-]+$/u);
      expect(paths.filter((path) => path !== markdown).every((path) => path.startsWith(`${folder}/`))).toBe(true);

      const text = files.get(markdown) ?? "";
      const drawings = addressesIn(text);
      expect(drawings).toEqual([...new Set(drawings)]);
      expect(drawings.toSorted()).toEqual(paths.filter((path) => path.endsWith(".svg")));
      for (const path of drawings) expect(files.get(path)).toMatch(/^<svg [^>]*><title>[^<]+<\/title>[\s\S]*<\/svg>\s*$/u);

      const record = files.get(`${folder}/record.json`) ?? "";
      expect(checkExport(JSON.parse(record))).toMatchObject({ ok: true, exported: { sha256: team.sha256, status: "accepted" } });
      expect(text).toContain(team.sha256);
      const verdict = await client.send("/verify", new TextEncoder().encode(record), "application/json");
      expect(verdict.body.verdict).toBe("valid");
    }
  });
});
