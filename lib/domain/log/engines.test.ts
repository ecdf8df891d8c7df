import { describe, expect, it } from "vitest";
import { enginesNamedIn } from "./engines";

describe("the systems that a sentence names", () => {
  it.each([
    ["", []],
    ["Move from MySQL to Amazon DynamoDB", ["mysql", "dynamodb"]],
    ["DynamoDB, because we know it; dynamodb again", ["dynamodb"]],
    ["Amazon Aurora PostgreSQL", ["aurora-postgresql"]],
    ["postgres!", ["postgresql"]],
    ["Use Cassandra and Kafka", ["cassandra", "kafka"]],
    ["the railway timetable in an atlas", []],
    ["MySQLish, non-PostgreSQL2", []],
    ["数据库用PostgreSQL。", []],
  ])("%j names %j", (text, expected) => {
    expect(enginesNamedIn(text)).toEqual(expected);
  });
});
