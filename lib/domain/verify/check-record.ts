import { replayCosts } from "../costs/replay-costs";
import { replay } from "../engine/replay";
import { canonicalise } from "../record/canonicalise";
import type { NamedPerson } from "../record/export-json";
import { commitmentOf } from "../record/record-hash";
import { type DecisionRecord, RECORD_FORMAT, recordSchema } from "../record/schema";
import { sha256Hex } from "../record/sha256";
import { failed, passed, unknown } from "./outcome";
import type { Check } from "./schema";

export type ReadRecord = { check: Check; record: DecisionRecord | null };

/**
 * Reads the record and compares its hash with the one that is printed and approved. A format of the future is named, and
 * nothing else is guessed about it.
 * @example readRecord({ value: JSON.parse(text), sha256 }).check.reason // "future_format"
 */
export function readRecord({ value, sha256 }: { value: unknown; sha256: string }): ReadRecord {
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === "string" && format !== RECORD_FORMAT && /^shortlist-record\/\d+$/u.test(format)) {
    return { check: failed("record", "future_format", { format, known: RECORD_FORMAT }), record: null };
  }
  const parsed = recordSchema.safeParse(value);
  const text = canonicalText(value);
  if (!parsed.success || text === null) return { check: failed("record", "wrong_shape"), record: null };
  const found = sha256Hex(text);
  if (found !== sha256) return { check: failed("record", "wrong_hash", { found, printed: sha256 }), record: parsed.data };
  return { check: passed("record", { sha256 }), record: parsed.data };
}

/**
 * Checks every name that is still there against its commitment in the record. Erased names are no fault.
 * @example checkPeople(record, people).reason // "wrong_name"
 */
export function checkPeople(record: DecisionRecord, people: readonly NamedPerson[]): Check {
  const commitments = new Map(record.people.map((person) => [person.id, person.commitment]));
  const wrong = people.find(
    ({ id, name, role, salt }) =>
      name !== null && role !== null && salt !== null && commitments.get(id) !== commitmentOf({ name, role, salt }),
  );
  const erased = people.filter(({ name }) => name === null).length;
  return wrong === undefined
    ? passed("people", { n: people.length - erased, erased })
    : failed("people", "wrong_name", { name: wrong.name ?? wrong.id });
}

/**
 * Runs the elimination again from the record alone.
 * @example checkElimination(record).ok // true
 */
export function checkElimination(record: DecisionRecord): Check {
  const result = replay(record);
  const { catalogue, rules } = record.versions;
  if (result.ok) return passed("elimination", { n: record.evaluation.candidates.length, catalogue, rules });
  if (result.versions.length > 0) return unknown("elimination", "other_version", { catalogue, rules });
  const [first] = result.differences;
  return failed("elimination", "replay_differs", {
    n: result.differences.length,
    candidate: first?.candidate ?? "",
    rule: first?.rule ?? "",
  });
}

/**
 * Computes the costs again from the record alone; a record without costs has nothing to check.
 * @example checkCosts(record).reason // "replay_differs"
 */
export function checkCosts(record: DecisionRecord): Check {
  if (record.costs === null) return unknown("costs", "no_costs");
  const result = replayCosts({ costs: record.costs, priceBook: record.versions.prices });
  if (result.kind === "same") return passed("costs", { n: record.costs.designs.length, prices: record.versions.prices });
  if (result.kind === "other_version") return unknown("costs", "other_version", { was: result.was, is: result.is });
  return failed("costs", "replay_differs", { parts: result.parts.join(", ") });
}

function canonicalText(value: unknown): string | null {
  try {
    return canonicalise(value);
  } catch {
    return null;
  }
}
