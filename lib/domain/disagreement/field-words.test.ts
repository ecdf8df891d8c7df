import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import words from "../../../messages/en/fields.json";
import { FIELDS, SCALE_ROWS, SCALE_TIMES, type Unit } from "../answers/fields";
import { basisSchema, experienceSchema, QUESTION_IDS, workloadShapeSchema } from "../answers/schema";
import { CATALOGUE } from "../catalogue/catalogue";

const UNITS: Record<Unit, true> = {
  people: true,
  per_second: true,
  gb: true,
  percent: true,
  seconds: true,
  milliseconds: true,
  rows: true,
  hops: true,
  million_edges: true,
  vectors: true,
  dimensions: true,
  months: true,
  usd: true,
  usd_per_month: true,
  usd_per_hour: true,
  requests_per_day: true,
  terabytes: true,
  hours_per_month: true,
  weeks: true,
  minutes: true,
  gb_per_minute: true,
  count: true,
};

/** The engines people bring up first: their names must not lead anybody's answer. */
const ENGINES =
  /postgres|mysql|mariadb|sqlite|sql server|mongo|dynamo|cassandra|scylla|redis|valkey|memcached|cockroach|yugabyte|spanner|neo4j|elastic|opensearch|clickhouse|snowflake|bigquery|redshift|kafka|influx|timescale|pinecone|weaviate|milvus|qdrant|pgvector|firestore|aurora|cosmos|hbase|duckdb|tidb|\bs3\b/i;

function at(path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], words);
}

function texts(value: unknown): string[] {
  return typeof value === "string" ? [value] : Object.values(value as Record<string, unknown>).flatMap(texts);
}

describe("the words of the answer fields", () => {
  it.each(FIELDS)("name $path and each of its options", (field) => {
    expect(at(`${field.path}.label`)).toBeTypeOf("string");
    const options = (at(`${field.path}.options`) ?? {}) as Record<string, string>;
    if (field.type !== "experience") expect(Object.keys(options)).toEqual([...field.options]);
    expect(new Set(Object.values(options)).size).toBe(Object.keys(options).length);
  });

  it("stay short: a label fits one line and an option fits a button", () => {
    for (const field of FIELDS) {
      expect(String(at(`${field.path}.label`)).length).toBeLessThanOrEqual(70);
      for (const option of texts(at(`${field.path}.options`) ?? {})) expect(option.length).toBeLessThanOrEqual(40);
    }
  });

  it("describe every shape of data in a line", () => {
    expect(Object.keys(words.workload.primary.optionHints)).toEqual(workloadShapeSchema.options);
  });

  it("cover units, times, bases, experience, rows and questions", () => {
    expect(Object.keys(words.units).sort()).toEqual(Object.keys(UNITS).sort());
    expect(Object.keys(words.unitsLong).sort()).toEqual(Object.keys(UNITS).sort());
    expect(Object.keys(words.amounts).sort()).toEqual(Object.keys(UNITS).sort());
    expect(Object.keys(words.times)).toEqual([...SCALE_TIMES]);
    expect(Object.keys(words.rows)).toEqual(SCALE_ROWS);
    expect(Object.keys(words.basis)).toEqual(basisSchema.options);
    expect(Object.keys(words.experience)).toEqual(experienceSchema.options);
    expect(Object.keys(words.questions)).toEqual(QUESTION_IDS);
  });

  it("name no engine", () => {
    for (const text of texts(words)) {
      expect(text).not.toMatch(ENGINES);
      for (const { name } of CATALOGUE.systems) expect(text.toLowerCase()).not.toContain(name.toLowerCase());
    }
  });

  it("are well-formed messages", () => {
    for (const text of texts(words)) expect(() => new IntlMessageFormat(text, "en")).not.toThrow();
  });
});
