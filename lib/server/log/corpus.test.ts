import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IMPORT_BATCH, type ImportOutcome, importReplySchema, logPageSchema } from "@/lib/domain/log/schema";
import { ApiClient, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSpace } from "../testing/space";

freshDatabase();
const client = new ApiClient();

/** Our own samples always; a folder of real records where one is named or stands beside the project. */
const folders = [
  "lib/domain/adr-import/samples",
  process.env.ADR_CORPUS ?? "",
  join(process.cwd(), "..", "shared", "cases", "adr-corpus"),
].filter((folder) => folder !== "" && existsSync(folder));

describe.each(folders)("the records of %s, imported into a log", (folder) => {
  it("are all there: in the log with what they state, or named with the reason why not", async () => {
    const space = await aSpace(client, "Corpus");
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.[a-z]+$/u.test(path));
    const files = paths.map((path) => ({ path, content: readFileSync(join(folder, path)).toString("base64") }));
    const outcomes: ImportOutcome[] = [];
    for (let at = 0; at < files.length; at += IMPORT_BATCH.files) {
      const body = { opId: op(), files: files.slice(at, at + IMPORT_BATCH.files) };
      const reply = await client.call("POST", `/spaces/${space.id}/log/imports`, body, { token: space.bo });
      outcomes.push(...importReplySchema.parse(reply.body).files);
    }
    expect(outcomes.map(({ path }) => path)).toEqual(paths);
    expect(outcomes.filter(({ outcome, reason, entryId }) => (outcome === "left_out" ? reason : entryId) === null)).toEqual([]);
    const added = outcomes.filter(({ outcome }) => outcome === "added");
    expect(added.length).toBeGreaterThan(3);
    const log = await client.call("GET", `/spaces/${space.id}/log?status=all`, undefined, { token: space.bo });
    const { entries, total } = logPageSchema.parse(log.body);
    expect(total).toBe(added.length);
    expect(new Set(entries.map(({ id }) => id))).toEqual(new Set(added.map(({ entryId }) => entryId)));
    for (const { path, entryId } of added) {
      const { bytes } = await client.bytes(`/spaces/${space.id}/log/${entryId}/source`, space.bo);
      expect(Buffer.from(bytes).equals(readFileSync(join(folder, path))), path).toBe(true);
    }
  });
});
