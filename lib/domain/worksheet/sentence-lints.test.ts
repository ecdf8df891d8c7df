import { expect, test } from "vitest";
import { lintSentence } from "./sentence-lints";

test.each([
  ["", []],
  ["Which database stores orders for the checkout rewrite?", []],
  ["Where do orders and stock live?", []],
  ["Which database stores orders and where do reports run?", ["twoQuestions"]],
  ["What stores orders? What stores stock?", ["twoQuestions"]],
  ["Should we use MongoDB for orders?", ["solutionInside"]],
  ["should the team move to Postgres?", ["solutionInside"]],
  ["Which database should we use for orders?", []],
  [`Which database stores ${"very ".repeat(30)}many orders?`, ["long"]],
])("%j has the remarks %j", (sentence, lints) => {
  expect(lintSentence(sentence)).toEqual(lints);
});
