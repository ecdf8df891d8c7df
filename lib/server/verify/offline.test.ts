import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSealedFile, aSealKey, type BodyChanges } from "../testing/sealed-file";

const folder = mkdtempSync(join(tmpdir(), "shortlist-offline-"));
let key: Awaited<ReturnType<typeof aSealKey>>;

beforeAll(async () => {
  key = await aSealKey();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the script as somebody would who has the file, the root's fingerprint and no server. */
async function check(changes: BodyChanges = {}) {
  const file = join(folder, "adr.pdf");
  writeFileSync(file, await aSealedFile({ key, ...changes }));
  const { status, stdout } = spawnSync(process.execPath, ["bin/shortlist-verify.mjs", file, "--root", key.rootFingerprint], {
    encoding: "utf8",
  });
  return { status, stdout };
}

describe("the script that needs no server", () => {
  it("says that an untouched file holds, having run the elimination and the costs again", async () => {
    const { status, stdout } = await check();
    expect([status, stdout.split(":")[0]]).toEqual([0, "valid"]);
    expect(stdout).toMatch(/^ok {4}Elimination, run again: /mu);
    expect(stdout).toMatch(/^ok {4}Costs, computed again: /mu);
  });

  it("ends with 1 and names what somebody with the key made up", async () => {
    const { status, stdout } = await check({
      record: (record) => ({ ...record, evaluation: { ...record.evaluation, shortlist: record.evaluation.shortlist.slice(1) } }),
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^FAIL {2}Elimination, run again: /mu);
  });
});
