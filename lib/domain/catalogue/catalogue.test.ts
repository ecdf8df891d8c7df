import { describe, expect, it } from "vitest";
import { workloadShapeSchema } from "../answers/schema";
import { CATALOGUE, EXPERIENCE_FAMILIES, familyOf, findSystem } from "./catalogue";
import { catalogueSchema } from "./schema";

const { systems, sources } = CATALOGUE;
const ids = new Set(systems.map((system) => system.id));

describe("the catalogue's data", () => {
  it("has the shape that the schema promises", () => {
    expect(catalogueSchema.safeParse(CATALOGUE).error).toBeUndefined();
  });

  it("holds 87 systems with ids that occur once", () => {
    expect(systems).toHaveLength(87);
    expect(ids.size).toBe(87);
  });

  it("names twelve workload shapes and three failure modes for each", () => {
    for (const system of systems) {
      expect(Object.keys(system.workload_fit)).toEqual(workloadShapeSchema.options);
      expect(system.failure_modes).toHaveLength(3);
    }
  });

  it("defines every source it cites", () => {
    const cited = systems.flatMap((system) => system.sources);
    expect(cited.filter((key) => !(key in sources))).toEqual([]);
  });

  it("adds up the lock-in scores", () => {
    for (const { id, lock_in } of systems) {
      const sum = lock_in.query_language.score + lock_in.schema_and_types.score + lock_in.tooling.score + lock_in.egress.score;
      expect({ id, sum }).toEqual({ id, sum: lock_in.total });
    }
  });

  it("refers only to entries that exist", () => {
    const referred = systems.flatMap((system) => [
      ...system.engine_families,
      ...system.hosts,
      ...system.operations.managed_offerings,
      ...(system.extends ? [system.extends] : []),
    ]);
    expect(referred.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("gives hosting entries no family, and everything else exactly one", () => {
    for (const { id, hosts, engine_families } of systems) {
      expect({ id, families: engine_families.length }).toEqual({ id, families: hosts.length > 0 ? 0 : 1 });
    }
  });

  it("gives no PostgreSQL or MySQL entry with one writer a ceiling above 50,000 writes a second", () => {
    const oneWriter = systems.filter(
      (system) =>
        system.scale.write_scaling === "single-writer" &&
        [...system.engine_families, ...system.hosts].some((family) => family === "postgresql" || family === "mysql") &&
        system.id !== "timescaledb",
    );
    expect(oneWriter.filter((system) => (system.scale.single_node_writes_per_s.tuned_max ?? 0) > 50_000)).toEqual([]);
  });

  it("lets every engine that can be installed run on any cloud", () => {
    const narrow = systems.filter(
      ({ kind, deployment }) => deployment.on_prem && kind !== "managed service" && deployment.clouds.length < 5,
    );
    expect(narrow.map((system) => system.id)).toEqual([]);
  });
});

describe("familyOf", () => {
  it.each([
    ["postgresql", "postgresql"],
    ["mariadb", "mysql"],
    ["aurora-postgresql", "postgresql"],
    ["pgvector", "postgresql"],
    ["amazon-rds", null],
    ["no-such-system", null],
  ])("of %s is %s", (id, family) => {
    expect(familyOf(id)).toBe(family);
  });
});

describe("the experience grid", () => {
  it("lists about thirty families from A to Z, each once", () => {
    const names = EXPERIENCE_FAMILIES.map((family) => family.name);
    expect(names.length).toBeGreaterThanOrEqual(25);
    expect(names.length).toBeLessThanOrEqual(40);
    expect([...names].sort((a, b) => a.localeCompare(b, "en"))).toEqual(names);
    expect(new Set(names).size).toBe(names.length);
  });

  it("names engines, not their hosting", () => {
    const ids = EXPERIENCE_FAMILIES.map((family) => family.id);
    expect(ids).toContain("postgresql");
    expect(ids).not.toContain("amazon-rds");
    expect(findSystem("amazon-rds")?.hosts).toContain("postgresql");
  });
});
