import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import audit from "./en/audit.json";

/** What the server writes into a worksheet's history; a space's own history has no screen. */
function actsInCode(): string[] {
  const paths = readdirSync("lib/server", { recursive: true, encoding: "utf8" });
  const sources = paths.filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !/^(?:spaces|log|testing)\//u.test(path));
  const acts = sources.flatMap((path) => {
    const text = readFileSync(join("lib/server", path), "utf8");
    const events = [...text.matchAll(/(?:event: |stringify\()\{ type: ([^,}]+)/gu)].map(([, type = ""]) => type);
    return events.flatMap((type) => [...type.matchAll(/"([a-z]+(?:_[a-z]+)*)"/gu)].map(([, act = ""]) => act));
  });
  return [...new Set(acts)];
}

describe("the history screen", () => {
  it("has words for every act that the server writes", () => {
    const acts = actsInCode();
    expect(acts.length).toBeGreaterThan(60);
    expect(acts.filter((act) => !(act in audit.acts) && act !== "start")).toEqual([]);
  });
});
