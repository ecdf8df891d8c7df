import type { WorksheetRule } from "./rule";
import { ADVICE_RULES } from "./rules-advice";
import { ANTI_PATTERN_RULES } from "./rules-anti-patterns";
import { ARCHETYPE_RULES } from "./rules-archetypes";
import { BEST_PRACTICE_RULES } from "./rules-best-practice";
import { CEILING_RULES } from "./rules-ceilings";
import { INCIDENT_RULES } from "./rules-incidents";
import { INPUT_RULES } from "./rules-input";
import { LADDER_RULES } from "./rules-ladder";
import { MIGRATION_RULES } from "./rules-migration";
import { WORKSHEET_RULES } from "./rules-worksheet";
import { COST_WARNINGS } from "./rules-worksheet-cost";

/** The second table: every rule about the worksheet or its leading candidate, in the order in which people read what it says. */
export const ABOUT_WORKSHEET: readonly WorksheetRule[] = [
  ...INPUT_RULES,
  ...WORKSHEET_RULES,
  ...CEILING_RULES,
  ...COST_WARNINGS,
  ...ADVICE_RULES,
  ...ANTI_PATTERN_RULES,
  ...INCIDENT_RULES,
  ...BEST_PRACTICE_RULES,
  ...MIGRATION_RULES,
  ...LADDER_RULES,
  ...ARCHETYPE_RULES,
];
