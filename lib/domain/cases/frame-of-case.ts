import { enginesIn } from "./families";
import { readSkills } from "./read-skills";
import type { Case } from "./schema";

type Flat = Record<string, unknown>;

/** What a record says outside the five questions, as answers of the frame. Reads tags and facts, never what was chosen. */
export function frameOfCase({ facts, decision_kind, outside_tags, outside_the_five_questions }: Case): Flat {
  const has = (tag: string) => outside_tags.includes(tag);
  const outside = outside_the_five_questions.join("; ");
  const skills = readSkills(facts.team_skills);
  const isStandard = has("existing-standard");
  const standard = isStandard ? [...skills.standard, ...skills.running, ...enginesIn(outside)] : skills.standard;
  const running = [...skills.running, ...(decision_kind === "retain" ? enginesIn(facts.hosting) : [])];
  return {
    "frame.distribution": distribution(facts.hosting, has("distribution-to-others")),
    "frame.estate_standard": nonEmpty(standard),
    "frame.incumbent": running.length === 1 ? running[0] : undefined,
    "ops.current_stores": nonEmpty(running),
    "frame.governance": governance(outside, { isLicence: has("licence") && !/no licence constraint/iu.test(facts.cost_posture) }),
    "frame.first_release_weeks": has("time-to-market") ? 8 : undefined,
    "frame.local_parity": has("local-dev-parity") ? "yes" : undefined,
    "ops.residency": has("compliance-security-residency") && /resid|jurisdiction/iu.test(outside) ? "certified_managed" : undefined,
  };
}

function distribution(hosting: string, isTagged: boolean): string | undefined {
  if (/shipped/iu.test(hosting))
    return /hosted|self-host/iu.test(hosting.replace(/on shared hosts/iu, "")) ? "several" : "shipped_to_customers";
  return isTagged ? "shipped_to_customers" : undefined;
}

function governance(outside: string, { isLicence }: { isLicence: boolean }): string | undefined {
  if (/foundation/iu.test(outside)) return "foundation_governed";
  return isLicence || /open-source (policy|mandate)/iu.test(outside) ? "osi_only" : undefined;
}

function nonEmpty(list: readonly string[]): string[] | undefined {
  return list.length > 0 ? [...new Set(list)] : undefined;
}
