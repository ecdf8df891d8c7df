import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldErrors } from "./field-errors";

const shapes = z.discriminatedUnion("shape", [z.strictObject({ shape: z.literal("node") }), z.strictObject({ shape: z.literal("scan") })]);

describe("what is wrong with what was sent", () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.number(), "800", "This must be a number."],
    [z.number(), undefined, "This is missing: a number."],
    [z.record(z.string(), z.number()), [], "This must be an object."],
    [z.enum(["a", "b"]), "c", "This must be one of: a, b."],
    [z.literal("a"), "c", "This must be a."],
    [z.array(z.string()).min(1), [], "This must have at least 1 entry."],
    [z.array(z.string()).max(1), ["a", "b"], "This must have at most 1 entry."],
    [z.string().min(2), "a", "This must have at least 2 characters."],
    [z.number().gt(0), 0, "This must be above 0."],
    [z.uuid(), "x", "This must be a UUID."],
    [z.iso.date(), "2027-02-30", "This must be a day such as 2026-11-20."],
    [z.string().min(1, "Type a name."), "", "Type a name."],
  ])("is said in words", (schema, value, message) => {
    expect(fieldErrors(z.object({ field: schema }).safeParse({ field: value }).error)).toEqual([{ path: "field", message }]);
  });

  it("names the forms that something may have, and the fields that are none", () => {
    expect(fieldErrors(shapes.safeParse({ shape: "rack" }).error, ["designs", 0])).toEqual([
      { path: "designs.0.shape", message: "This must be one of: node, scan." },
    ]);
    expect(fieldErrors(shapes.safeParse({ shape: "node", size: 1 }).error)).toEqual([{ path: "size", message: "There is no such field." }]);
  });
});
