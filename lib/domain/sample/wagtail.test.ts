import { describe, expect, it } from "vitest";
import { findField, valueSchemaOf } from "../answers/fields";
import { answersSchema } from "../answers/schema";
import { WAGTAIL_SAMPLE } from "./wagtail";

describe("the sample worksheet", () => {
  it("has a frame that today's schema reads", () => {
    expect(answersSchema.safeParse(WAGTAIL_SAMPLE.frame).success).toBe(true);
  });

  it("answers only fields that exist, with values they accept", () => {
    const answers = WAGTAIL_SAMPLE.members.flatMap((member) => Object.entries(member.answers));
    const refused = answers.filter(
      ([path, answer]) => findField(path)?.question == null || ("value" in answer && !valueSchemaOf(path)?.safeParse(answer.value).success),
    );
    expect(refused).toEqual([]);
  });

  it("has three members who differ on what they store, how much comes and who runs it", () => {
    const said = (path: string) => new Set(WAGTAIL_SAMPLE.members.map((member) => JSON.stringify(member.answers[path])));
    expect(WAGTAIL_SAMPLE.members).toHaveLength(3);
    for (const path of ["workload.primary", "scale.y3.reads_s", "ops.hosting"]) expect(said(path).size).toBeGreaterThan(1);
  });
});
