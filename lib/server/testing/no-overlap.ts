import { afterAll, expect } from "vitest";

/*
 * pg tells once per process that a connection was asked while it was answering, and will refuse it from version 9 on. Whoever causes it
 * in a test hears of it there.
 */

const OVERLAP = "already executing a query";
const heard: string[] = [];
const note = ({ message }: Error) => {
  if (message.includes(OVERLAP)) heard.push(message);
};

process.on("warning", note);
afterAll(() => {
  process.off("warning", note);
  expect(heard).toEqual([]);
});
