import { nestAnswers } from "../answers/fields";
import type { Answers } from "../answers/schema";
import { frameOfCase } from "./frame-of-case";
import { readNumbers } from "./read-numbers";
import { readSkills } from "./read-skills";
import type { Case } from "./schema";

export type CaseAnswers = { questions: Answers; withFrame: Answers };

/**
 * The answers that a record states, and nothing else: the five questions alone, and with the frame. Each word is read by the
 * same table whatever the record; what was considered, chosen or refused is never read. A record that states nothing gives
 * empty answers. The table stands in docs/cases.md.
 */
export function answersOfCase(record: Case): CaseAnswers {
  const questions = { ...shapes(record), ...consistency(record), ...readNumbers(record.facts), ...team(record), ...costs(record) };
  const frame = frameOfCase(record);
  return { questions: nestAnswers(questions) as Answers, withFrame: nestAnswers({ ...questions, ...frame }) as Answers };
}

type Flat = Record<string, unknown>;

const SHAPES: Record<string, string> = {
  relational: "relational",
  document: "document",
  "key-value": "key_value",
  graph: "graph",
  "time-series": "time_series",
  search: "search",
  analytics: "olap",
  vector: "vector",
  "wide-column": "wide_column",
  "event-log": "append_log",
  cache: "key_value",
  session: "key_value",
  "embedded-local": "embedded",
  blob: "object",
};
const REBUILDABLE = ["cache", "session", "queue"];

/** Records that point at each other are the main shape wherever they are named (SEC-01); else what is named first. */
function shapes({ facts: { workload_shapes: named } }: Case): Flat {
  const asked = [...new Set(named.flatMap((word) => SHAPES[word] ?? []))];
  const primary = asked.includes("relational") ? "relational" : asked[0];
  const isCopy = named.includes("cache") && named.every((word) => REBUILDABLE.includes(word));
  const secondary = asked.filter((shape) => shape !== primary);
  return {
    "workload.primary": primary,
    "workload.secondary": secondary.length > 0 ? secondary : undefined,
    "workload.truth": isCopy ? "rebuildable_copy" : undefined,
    "workload.event_use": named.includes("queue") ? "job_queue" : undefined,
  };
}

function consistency({ facts: { consistency: text } }: Case): Flat {
  const isStrong = /\bstrong\b/iu.test(text);
  return {
    "consistency.atomic": isStrong ? "many_records" : undefined,
    "consistency.loss_ok_s": /\bno\b.*\blost\b|not (be lost|to lose)/iu.test(text) ? 0 : undefined,
    "consistency.ops": /payment|money|order|ledger|billing/iu.test(text) ? ["money"] : undefined,
    "consistency.fresh_reads": /stale|eventual/iu.test(text) ? "stale_ok" : undefined,
    "consistency.level": /serializable/iu.test(text) ? "serializable" : undefined,
    "workload.entities_related": /referential|joins?\b|foreign key/iu.test(text) ? "yes" : undefined,
  };
}

function team({ facts }: Case): Flat {
  const skills = readSkills(facts.team_skills);
  return {
    "ops.team_size": teamSize(facts.team_size),
    "ops.db_experts": /\bno\b.*(infrastructure|database|dba|operations)/iu.test(facts.team_size) ? 0 : undefined,
    "ops.hosting": hosting(facts.hosting),
    "ops.clouds": cloudsIn(`${facts.hosting}; ${facts.region}`),
    "ops.experience": Object.keys(skills.experience).length > 0 ? skills.experience : undefined,
  };
}

/** "Small" teams count as five, the upper bound of BP-4. */
function teamSize(text: string): number | undefined {
  if (/\bone\b|\bsingle\b|\bsolo\b/iu.test(text)) return 1;
  const [number] = text.match(/\d+/u) ?? [];
  if (number) return Number(number);
  return /\bsmall\b|startup/iu.test(text) && !/many|sizes/iu.test(text) ? 5 : undefined;
}

function hosting(text: string): string | undefined {
  if (/\beither\b/iu.test(text)) return "either";
  if (/managed|serverless/iu.test(text)) return /wanted|preferred/iu.test(text) ? "prefer_managed" : "managed_only";
  return /self-host/iu.test(text) && !/shipped/iu.test(text) ? "self_host_only" : undefined;
}

function cloudsIn(text: string): string[] | undefined {
  const clouds = [
    ...(/\baws\b|amazon|aurora|\brds\b/iu.test(text) ? ["aws"] : []),
    ...(/\bgcp\b|google/iu.test(text) ? ["gcp"] : []),
    ...(/azure/iu.test(text) ? ["azure"] : []),
  ];
  return clouds.length > 0 ? clouds : undefined;
}

function costs({ facts: { cost_posture: text } }: Case): Flat {
  return {
    "cost.traffic": /scale to zero|quiet periods|spiky|bursts?/iu.test(text) ? "spiky" : undefined,
    "cost.licence_policy": /no licence constraint/iu.test(text) ? "any" : undefined,
  };
}
