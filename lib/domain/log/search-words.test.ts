import { describe, expect, it } from "vitest";
import { searchWords } from "./search-words";

describe("what is typed into the search of the log", () => {
  it.each([
    ["   ", null],
    ["Postg mig", { text: "Postg mig", prefix: "postg & mig:*", number: null }],
    ['"event store"', { text: '"event store"', prefix: null, number: null }],
    ["kafka -zookeeper", { text: "kafka -zookeeper", prefix: null, number: null }],
    ["redis or valkey", { text: "redis or valkey", prefix: null, number: null }],
    ["full-text", { text: "full-text", prefix: "full & text:*", number: null }],
    ["':*&|!()", { text: "':*&|!()", prefix: null, number: null }],
    ["0007", { text: "0007", prefix: "0007:*", number: 7 }],
    ["ADR-14", { text: "ADR-14", prefix: "adr & 14:*", number: 14 }],
    ["Größe", { text: "Größe", prefix: "größe:*", number: null }],
  ])("%j", (typed, expected) => {
    expect(searchWords(typed)).toEqual(expected);
  });
});
