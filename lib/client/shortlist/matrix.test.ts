import { expect, it } from "vitest";
import { evaluate } from "@/lib/domain/engine/evaluate";
import { matrixOf } from "./matrix";

const answers = { workload: { primary: "relational" as const }, consistency: { atomic: "many_records" as const } };
const { candidates } = evaluate({ answers }, { flips: false });
const all = { filter: "", onlyDeciding: false };

it("shows every candidate in one row, and one cell for every column", () => {
  const matrix = matrixOf(candidates, all);
  expect(matrix.rows.length).toBe(candidates.length);
  expect(new Set(matrix.rows.map(({ cells }) => cells.length))).toEqual(new Set([matrix.rules.length]));
  expect(matrix.rows[0]?.candidate.status).toBe("shortlisted");
});

it("says of each candidate what its trail says", () => {
  const { rules, rows } = matrixOf(candidates, all);
  for (const { candidate, cells } of rows) {
    const spoken = cells.filter((cell) => cell !== null).length;
    expect(spoken, candidate.id).toBe(new Set(candidate.rules.map(({ id }) => id)).size);
  }
  const column = rules.findIndex(({ id }) => id === "C-02");
  expect(rows.find(({ candidate }) => candidate.id === "cassandra")?.cells[column]).toBe("removes");
});

it("keeps to the rules that removed or bound somebody, and to what is looked for", () => {
  const deciding = matrixOf(candidates, { filter: "", onlyDeciding: true });
  expect(deciding.rules.length).toBeLessThan(matrixOf(candidates, all).rules.length);
  const found = matrixOf(candidates, { filter: "cassandra", onlyDeciding: true });
  expect(found.rows.map(({ candidate }) => candidate.id)).toContain("cassandra");
  expect(matrixOf(candidates, { filter: "no such thing", onlyDeciding: true })).toEqual({ rules: [], rows: [] });
});
