import { describe, expect, it } from "vitest";
import type { Answers } from "../answers/schema";
import { decide } from "./decide";
import { evaluate } from "./evaluate";

const trail = (answers: Answers, id: string, effect: string) =>
  evaluate({ answers }, { flips: false })
    .candidates.find((candidate) => candidate.id === id)
    ?.rules.filter((entry) => entry.effect === effect && entry.outcome === "fires")
    .map((entry) => entry.id);

describe("the reasons in the worked checks", () => {
  const b2b: Answers = {
    workload: { primary: "relational", entities_related: "yes", joins_needed: "yes" },
    consistency: { ops: ["money"], level: "serializable" },
    ops: { team_size: 6 },
  };

  it("joins remove Redis and Cassandra, the shape removes DynamoDB", () => {
    expect(trail(b2b, "redis", "ELIM")).toContain("W-03");
    expect(trail(b2b, "cassandra", "ELIM")).toContain("W-03");
    expect(trail(b2b, "dynamodb", "ELIM")).toContain("W-01");
  });

  it("PostgreSQL stays with a warning about its default", () => {
    expect(trail(b2b, "postgresql", "WARN")).toEqual(["C-06"]);
    expect(trail(b2b, "postgresql", "ELIM")).toEqual([]);
  });

  it("a small site keeps SQLite on condition of a lasting volume and one host", () => {
    const site: Answers = { workload: { primary: "relational", app_hosts: "one" }, ops: { clouds: ["aws"] } };
    expect(decide(site)).toContain("sqlite");
    expect(trail(site, "sqlite", "COND")).toEqual(["O-11"]);
  });

  it("an append-only log keeps Kafka beside it, never as the database", () => {
    const { shortlist, companions } = evaluate({ answers: { workload: { primary: "append_log" } } }, { flips: false });
    expect(shortlist.map(({ id }) => id)).not.toContain("kafka");
    expect(companions.find(({ id }) => id === "kafka")?.need).toBe("open");
  });

  it("a shape named without features lists two open companions with their threshold", () => {
    const { companions } = evaluate({ answers: { workload: { primary: "relational", secondary: ["search"] } } }, { flips: false });
    const open = companions.filter(({ need }) => need === "open");
    expect(open).toHaveLength(2);
    expect(new Set(open.map(({ rule }) => rule))).toEqual(new Set(["W-07"]));
    const needed = evaluate(
      { answers: { workload: { primary: "relational", secondary: ["search"], search_features: ["facets"] } } },
      { flips: false },
    );
    expect(needed.companions.some(({ need }) => need === "needed")).toBe(true);
  });
});

describe("an unsure variant", () => {
  it("never carries its family: Spanner Omni for Spanner, Turso for SQLite, Aurora Limitless for PostgreSQL", () => {
    const shipped: Answers = { frame: { distribution: "shipped_to_customers" }, scale: { regions: "multi_write" } };
    expect(decide(shipped)).not.toContain("spanner-omni");
    expect(decide({ workload: { primary: "embedded" }, ops: { hosting: "managed_only" } })).not.toContain("turso-libsql");
    const huge: Answers = { workload: { primary: "relational" }, scale: { evidence: "production", y3: { writes_s: 90_000 } } };
    expect(decide(huge)).not.toContain("aurora-limitless");
  });
});

describe("near misses and ways back", () => {
  const measured: Answers = { workload: { primary: "relational" }, scale: { evidence: "benchmark", y3: { writes_s: 60_000 } } };
  const { candidates, flips } = evaluate({ answers: measured });
  const postgresql = candidates.find(({ id }) => id === "postgresql");

  it("are told for a number within twice its threshold", () => {
    expect(postgresql).toMatchObject({ status: "near-miss", leftAt: "scale" });
    expect(postgresql?.missedBy).toEqual({ rule: "S-05", field: "scale.y3.writes_s", answer: 60_000, threshold: 50_000, factor: 1.2 });
    expect(postgresql?.comesBackIf).toContainEqual(expect.objectContaining({ field: "scale.y3.writes_s", from: 60_000, to: 50_000 }));
  });

  it("are told for a threshold inside the band of the members' estimates, however far the typical one is", () => {
    const far: Answers = { workload: { primary: "relational" }, scale: { evidence: "benchmark", y3: { writes_s: 200_000 } } };
    const within = (bands: Record<string, { low: number; high: number }>) =>
      evaluate({ answers: far, bands }, { flips: false }).candidates.find(({ id }) => id === "postgresql");
    expect(within({})).toMatchObject({ status: "eliminated" });
    const band = { low: 40_000, high: 900_000 };
    expect(within({ "scale.y3.writes_s": band })).toMatchObject({ status: "near-miss", missedBy: { threshold: 50_000, factor: 4, band } });
    expect(within({ "scale.y3.writes_s": { low: 60_000, high: 900_000 } })).toMatchObject({ status: "eliminated" });
    const list = (bands: Record<string, { low: number; high: number }>) => evaluate({ answers: far, bands }, { flips: false }).shortlist;
    expect(list({ "scale.y3.writes_s": band }), "a band never moves the list").toEqual(list({}));
  });

  it("are flips of the list, with headroom as threshold over answer", () => {
    const flip = flips.find(({ change }) => change.field === "scale.y3.writes_s" && change.to === 50_000);
    expect(flip?.adds).toContain("postgresql");
    expect(flip?.headroom).toBeCloseTo(50 / 60, 9);
  });

  it("are empty where no single answer would do", () => {
    const answers: Answers = { workload: { primary: "relational", embedded_only: "yes" } };
    expect(evaluate({ answers }).candidates.find(({ id }) => id === "dynamodb")?.comesBackIf).toEqual([]);
  });
});
