import { expect, it } from "vitest";
import { evaluate } from "./evaluate";
import { listHead } from "./list-head";

it("keeps what is said of the finalists and who else was looked at, in less than a tenth", () => {
  const whole = evaluate({ answers: {} });
  const head = listHead(whole);
  const finalists = new Set(whole.shortlist.map(({ id }) => id));
  expect(finalists.size).toBeGreaterThan(0);
  expect({ ...head, candidates: [] }).toEqual({ ...whole, candidates: [] });
  for (const [index, candidate] of whole.candidates.entries()) {
    const { rules, ...rest } = candidate;
    const { rules: kept, ...same } = head.candidates[index] ?? { rules: null };
    expect(same).toEqual(rest);
    expect(kept).toEqual(finalists.has(candidate.id) ? rules.filter(({ outcome }) => outcome === "fires") : []);
  }
  expect(JSON.stringify(head).length).toBeLessThan(JSON.stringify(whole).length / 10);
});
