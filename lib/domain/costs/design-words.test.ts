import { describe, expect, it } from "vitest";
import german from "../../../messages/de/designs.json";
import english from "../../../messages/en/designs.json";
import { recordCosts } from "../record/record-costs";
import { aCostRequest } from "./builders";
import { computeCosts } from "./compute-costs";
import { DESIGN_SOURCES } from "./design-list";
import { wordedCosts, wordedNames } from "./design-words";
import { costRequestSchema } from "./request-schema";

const words = (lang: string, designs: object) => ({ adr: { lang }, designs: designs as Record<string, string> });
const request = costRequestSchema.parse(aCostRequest({ designs: { A: "rds-postgres", B: "neon-launch" } }));
/** As it was frozen when the first design had another name. */
const names = [
  { id: "A", letter: "A", name: "RDS PostgreSQL in one zone", candidate: null },
  { id: "B", letter: "B", name: "Neon Launch", candidate: null },
];
const costs = recordCosts({ request, reply: computeCosts(request), names });

describe("the names of designs", () => {
  it("have a message for each that holds more than proper names, and it is the name itself in English", () => {
    // "for" stands in product names; every other word in small letters is one that a translation may change.
    const isWorded = (name: string) => /\b(?!for\b)[a-z]{2,}\b|^Own /u.test(name);
    const worded = DESIGN_SOURCES.filter(({ name }) => isWorded(name));
    expect(english).toEqual(Object.fromEntries(worded.map(({ id, name }) => [id, name])));
  });

  it("stand in a German record in German, and in an English one as they were frozen, whatever they are called today", () => {
    expect(wordedCosts(costs, words("de", german)).designs.map(({ name }) => name)).toEqual([
      "Amazon RDS PostgreSQL, eine Zone",
      "Neon Launch",
    ]);
    expect(wordedCosts(costs, words("en", english))).toEqual(costs);
  });

  it("stay as they are where a design is the team's own", () => {
    const named = {
      names: { A: "Cloud SQL, one zone", T: "Our two servers" },
      candidates: [
        { id: "A", design: "cloud-sql-zonal" },
        { id: "T", design: "T" },
      ],
    };
    const word = (id: string) => (german as Record<string, string>)[id] ?? null;
    expect(wordedNames(named, word)).toEqual({ A: "Cloud SQL, eine Zone", T: "Our two servers" });
  });
});
