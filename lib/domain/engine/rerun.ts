import { evaluate } from "./evaluate";
import { type Difference, replay, type Trail } from "./replay";
import type { Rerun } from "./rerun-schema";
import { VERSIONS } from "./rules";
import { evaluateRequestSchema } from "./schema";

/**
 * What today's rules and facts make of the answers that a record was decided on: both lists, and every candidate that fares
 * differently with the rules that say something else. The record stays as it is. Null for a request that can no longer be
 * asked, such as one about a candidate that the catalogue has dropped.
 * @example rerunDifference(record)?.isSameList // true while nothing changed
 */
export function rerunDifference(was: Trail): Rerun | null {
  const request = evaluateRequestSchema.safeParse(was.evaluation.request);
  if (!request.success) return null;
  const today = replay(was);
  const differences = today.ok ? [] : today.differences;
  if (differences.some(({ candidate, is }) => candidate === null && is === null)) return null;
  const { catalogue, rules, engine } = was.versions;
  const is = evaluate(request.data, { flips: false });
  const nameThen = (id: string) => was.evaluation.candidates.find((candidate) => candidate.id === id)?.name ?? id;
  const then = was.evaluation.shortlist.map(({ id }) => ({ id, name: nameThen(id) }));
  const now = is.shortlist.map(({ id, name }) => ({ id, name }));
  return {
    versions: { was: { catalogue, rules, engine }, is: VERSIONS },
    shortlist: { was: then, is: now },
    isSameList: then.map(({ id }) => id).join() === now.map(({ id }) => id).join(),
    candidates: [...new Set(differences.flatMap(({ candidate }) => candidate ?? []))].map((id) => {
      const before = was.evaluation.candidates.find((candidate) => candidate.id === id);
      const after = is.candidates.find((candidate) => candidate.id === id);
      return {
        id,
        name: after?.name ?? nameThen(id),
        was: before ? { status: before.status, leftAt: before.leftAt } : null,
        is: after ? { status: after.status, leftAt: after.leftAt } : null,
        rules: rulesOf(differences, id),
      };
    }),
  };
}

function rulesOf(differences: readonly Difference[], id: string): Rerun["candidates"][number]["rules"] {
  return differences.flatMap(({ candidate, rule, what }) => (candidate === id && rule !== null ? [{ id: rule, because: what }] : []));
}
