import { describe, expect, it } from "vitest";
import { IMPORT_BATCH, type ImportOutcome, importReplySchema, logPageSchema } from "@/lib/domain/log/schema";
import { ApiClient, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSpace } from "../testing/space";

const database = freshDatabase();
const client = new ApiClient();
const FILES = 5_000;

/** Each replaces the one before it, and names a successor that is not in the folder. */
const fileAt = (n: number) => {
  const name = (at: number) => `${String(at).padStart(4, "0")}-choose-store-${at}.md`;
  const text = `# ${n}. Choose store ${n}\n\n## Status\n\nSuperseded by [elsewhere](gone-${n}.md)\n\nSupersedes [${n - 1}](${name(n - 1)})\n\n## Context\n\nOrders of team ${n}.\n\n## Decision\n\nWe use PostgreSQL.\n`;
  return { path: `docs/adr/${name(n)}`, content: Buffer.from(text).toString("base64") };
};

describe("a folder with 5,000 files", () => {
  it("arrives whole in bounded calls, each of which may be sent again, and is found at once", async () => {
    const space = await aSpace(client);
    const send = (files: object[]) => client.call("POST", `/spaces/${space.id}/log/imports`, { opId: op(), files }, { token: space.bo });
    const all = Array.from({ length: FILES }, (_, index) => fileAt(index + 1));
    expect((await send(all.slice(0, IMPORT_BATCH.files + 1))).status).toBe(422);
    const outcomes: ImportOutcome[] = [];
    for (let at = 0; at < all.length; at += IMPORT_BATCH.files) {
      outcomes.push(...importReplySchema.parse((await send(all.slice(at, at + IMPORT_BATCH.files))).body).files);
    }
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(all.map(() => "added"));
    expect(new Set(outcomes.map(({ number }) => number)).size).toBe(FILES);
    const again = importReplySchema.parse((await send(all.slice(-IMPORT_BATCH.files))).body).files;
    expect(
      again.every(({ outcome, entryId }, index) => outcome === "known" && entryId === outcomes.at(index - IMPORT_BATCH.files)?.entryId),
    ).toBe(true);
    const { rows } = await database.admin().query("SELECT count(*)::int AS n FROM log_entry WHERE space_id = $1", [space.id]);
    expect(rows[0].n).toBe(FILES);
    const found = await client.call("GET", `/spaces/${space.id}/log?status=all&q=4711`, undefined, { token: space.observer });
    expect(logPageSchema.parse(found.body).entries.map(({ number }) => number)).toContain(4_711);
  }, 120_000);
});
