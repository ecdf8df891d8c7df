import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate";
import type { CustomSystem } from "./schema";

const answers = {
  workload: { primary: "relational" as const },
  consistency: { atomic: "many_records" as const },
  ops: { experience: { postgresql: "production" as const } },
};
const judged = (custom: Partial<CustomSystem>) =>
  evaluate({ answers, custom: [{ id: "our-fork", name: "Our fork", ...custom }] }).candidates.find(({ id }) => id === "our-fork");

describe("an own candidate", () => {
  it("that is a kind of a known engine has what the team said of that engine", () => {
    const skills = (custom: Partial<CustomSystem>) => judged(custom)?.rules.filter(({ outcome }) => outcome === "fires").length ?? 0;
    expect(skills({ family: "postgresql" })).toBeGreaterThan(skills({}));
  });

  it("whose facts are unsure is not eliminated by them alone", () => {
    const facts = { transactions: "single-record" as const };
    expect(judged(facts)?.status).toBe("eliminated");
    expect(judged({ ...facts, confidence: "low" })?.status).not.toBe("eliminated");
  });

  it("is refused when it is a kind of nothing that the catalogue has", () => {
    expect(() => judged({ family: "houseql" })).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });
});
