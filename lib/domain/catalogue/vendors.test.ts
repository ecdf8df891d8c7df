import { describe, expect, it } from "vitest";
import { CATALOGUE } from "./catalogue";
import { vendorOf } from "./vendors";

describe("vendorOf", () => {
  it("knows who stands behind every system of the catalogue", () => {
    expect(CATALOGUE.systems.filter(({ id }) => vendorOf(id) === null).map(({ id }) => id)).toEqual([]);
  });

  it("is null for what the catalogue does not know", () => {
    expect(vendorOf("no-such-system")).toBeNull();
  });
});
