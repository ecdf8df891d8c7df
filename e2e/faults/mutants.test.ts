import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { MUTANTS } from "./mutants";

it.each(MUTANTS.flatMap(({ id, patch }) => (patch ? [{ id, ...patch }] : [])))("$id still has its line in $file", ({ file, from, to }) => {
  expect(readFileSync(file, "utf8").split(from)).toHaveLength(2);
  expect(to.length).toBeLessThanOrEqual(from.length);
});

it("saves go through the function that planted bugs stand in front of", () => {
  expect(readFileSync("lib/server/answers/save-queue.ts", "utf8")).toContain("save_answers_of(");
  expect(readFileSync("e2e/faults/mutants.ts", "utf8")).toContain("ALTER FUNCTION save_answers_of RENAME");
});
