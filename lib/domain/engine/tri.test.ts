import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { above, and, atLeast, has, is, not, or, type Tri, truth } from "./tri";

const tri = fc.constantFrom<Tri>("yes", "no", "unknown");

describe("three-valued logic", () => {
  it("answers unknown for whatever is absent", () => {
    expect([
      truth(null),
      is<string>(undefined, "a"),
      has<number>(null, 1),
      above(undefined, 1),
      above(1, null),
      atLeast(null, null),
    ]).toEqual(Array(6).fill("unknown"));
  });

  it("tells an empty list from a blank one", () => {
    expect(has<number>([], 1)).toBe("no");
    expect(has<number>(undefined, 1)).toBe("unknown");
  });

  it("knows a conjunction is false as soon as one part is", () => {
    expect(and("no", "unknown")).toBe("no");
    expect(and("yes", "unknown")).toBe("unknown");
    expect(and()).toBe("yes");
  });

  it("knows a disjunction is true as soon as one part is", () => {
    expect(or("yes", "unknown")).toBe("yes");
    expect(or("no", "unknown")).toBe("unknown");
    expect(or()).toBe("no");
  });

  it("keeps De Morgan's laws and double negation", () => {
    fc.assert(fc.property(tri, tri, (a, b) => not(and(a, b)) === or(not(a), not(b)) && not(not(a)) === a));
  });
});
