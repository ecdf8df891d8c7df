import { z } from "zod";
import type { Basis } from "../answers/schema";

export const templateIdSchema = z.enum([
  "greenfield",
  "migration",
  "cost_down",
  "compliance",
  "identity_service",
  "cms",
  "platform_standard",
]);
export type TemplateId = z.infer<typeof templateIdSchema>;

/** One value that a template fills. `said` names the sentence that says where it comes from, in `templates.<id>.said`. */
export type TemplateValue = { path: string; value: unknown; basis: Basis; said: string };

export type Template = {
  id: TemplateId;
  /** Facts of the frame, written into it at creation and editable like any other. */
  frame: readonly TemplateValue[];
  /** Suggestions for whoever answers a question; nobody's answer until they take it. */
  suggestions: readonly TemplateValue[];
  /** Paths of the frame or the decision that this kind of decision turns on and that only the team can fill. */
  asks: readonly string[];
};
