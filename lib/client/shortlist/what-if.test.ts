import { describe, expect, it } from "vitest";
import { FIELDS } from "@/lib/domain/answers/fields";
import { decide } from "@/lib/domain/engine/decide";
import { WHAT_IF_FIELDS, whatIfFrom } from "./what-if";

const base = {
  answers: { workload: { primary: "relational" as const }, consistency: { atomic: "many_records" as const } },
  custom: [],
  overrides: [],
  today: "2026-11-21",
};
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe("what if", () => {
  it("without a change is the list as it stands", () => {
    expect(ids(whatIfFrom(base)([]).list)).toEqual(decide(base.answers));
    expect(whatIfFrom(base)([])).toMatchObject({ added: [], gone: [] });
  });

  it("with a change is the list of the changed answers, with who joins, who leaves, and by which rule", () => {
    const changed = whatIfFrom(base)([{ field: "workload.embedded_only", to: "yes" }]);
    expect(ids(changed.list)).toEqual(decide({ ...base.answers, workload: { primary: "relational", embedded_only: "yes" } }));
    const before = decide(base.answers);
    expect(changed.added).toEqual(ids(changed.list).filter((id) => !before.includes(id)));
    expect(changed.gone.find(({ id }) => id === "postgresql")?.rules.length).toBeGreaterThan(0);
  });

  it("leaves the answers that it was given as they were", () => {
    const answers = structuredClone(base.answers);
    whatIfFrom(base)([{ field: "workload.primary", to: null }]);
    expect(base.answers).toEqual(answers);
  });

  it("keeps to what was done by hand, and judges the team's own candidates", () => {
    const own = { id: "house-store", name: "House Store", workload_fit: { relational: "native" as const } };
    const override = { candidate: "cassandra", action: "restore" as const, reason: "why" };
    const exclude = { candidate: "postgresql", action: "exclude" as const, reason: "why" };
    const changed = whatIfFrom({ ...base, custom: [own], overrides: [override, exclude] })([]);
    expect(ids(changed.list)).not.toContain("postgresql");
  });

  it("offers only fields that can move the list and that exist", () => {
    expect(WHAT_IF_FIELDS.length).toBeGreaterThan(20);
    for (const field of WHAT_IF_FIELDS) expect(FIELDS).toContain(field);
  });
});
