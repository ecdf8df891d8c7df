import type { Rule } from "./rule";
import type { Flip } from "./schema";

/** A change of one answer with the removing rules that it silences. */
export type Cure = { change: Flip["change"]; cures: readonly Rule[] };

type Search = {
  eliminatedBy: readonly Rule[];
  cures: readonly Cure[];
  /** Whether the candidate really lives with both: two changes may also wake a rule. */
  works: (pair: [Cure["change"], Cure["change"]]) => boolean;
};

const MOST_PAIRS = 3;

/**
 * At most three pairs of changes of two fields that together silence every removing rule, nearest values first. Per field
 * only the first change for each set of silenced rules is tried: a further one that silences the same adds nothing.
 */
export function pairsThatCure({ eliminatedBy, cures, works }: Search): [Cure["change"], Cure["change"]][] {
  const useful = firstOfEach(cures.filter((cure) => cure.cures.length > 0));
  const found: [Cure["change"], Cure["change"]][] = [];
  for (const [i, a] of useful.entries()) {
    const left = eliminatedBy.filter((rule) => !a.cures.includes(rule));
    for (const b of useful.slice(i + 1)) {
      if (a.change.field === b.change.field || !left.every((rule) => b.cures.includes(rule))) continue;
      if (!works([a.change, b.change])) continue;
      found.push([a.change, b.change]);
      if (found.length === MOST_PAIRS) return found;
    }
  }
  return found;
}

function firstOfEach(cures: readonly Cure[]): Cure[] {
  const seen = new Set<string>();
  return cures.filter(({ change, cures: silenced }) => {
    const key = [change.field, ...silenced.map(({ id }) => id)].join(" ");
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
