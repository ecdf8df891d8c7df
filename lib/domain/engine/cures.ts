import type { Rule } from "./rule";
import type { Flip } from "./schema";

/** A change of one answer with the removing rules that it silences. */
export type Cure = { change: Flip["change"]; cures: readonly Rule[] };

type Search = {
  eliminatedBy: readonly Rule[];
  cures: readonly Cure[];
  /** Whether the candidate really lives with all of them: several changes may also wake a rule. */
  works: (changes: readonly Cure["change"][]) => boolean;
  /** How many answers change at once. */
  size: number;
};

const MOST_SETS = 3;
/** Sets tried at most; beyond that nobody would follow the advice anyway. */
const MOST_TRIED = 200;

/**
 * At most three sets of `size` changes of different fields that together silence every removing rule, nearest values first.
 * Every set must hold a change that silences the first rule left, so only those are followed; per field only the first
 * change for each set of silenced rules is tried: a further one that silences the same adds nothing.
 */
export function setsThatCure({ eliminatedBy, cures, works, size }: Search): Cure["change"][][] {
  const useful = firstOfEach(cures.filter((cure) => cure.cures.length > 0));
  const found: Cure["change"][][] = [];
  const seen = new Set<string>();
  let tried = 0;

  function follow(chosen: readonly Cure[]): void {
    if (found.length === MOST_SETS || tried === MOST_TRIED) return;
    const left = eliminatedBy.find((rule) => !chosen.some((cure) => cure.cures.includes(rule)));
    if (!left) {
      if (chosen.length === size) tryOut(chosen);
      return;
    }
    if (chosen.length === size) return;
    for (const cure of useful) {
      if (cure.cures.includes(left) && !chosen.some(({ change }) => change.field === cure.change.field)) follow([...chosen, cure]);
    }
  }

  function tryOut(chosen: readonly Cure[]): void {
    const inOrder = useful.filter((cure) => chosen.includes(cure)).map(({ change }) => change);
    const key = inOrder.map((change) => useful.findIndex((cure) => cure.change === change)).join(" ");
    if (seen.has(key)) return;
    seen.add(key);
    tried++;
    if (works(inOrder)) found.push(inOrder);
  }

  follow([]);
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
