import { seededRandom } from "./seeded-random";
import { type Choice, type ListBook, pairMean, type Variable, withValue } from "./variable";

export type DirectImpact = {
  /** I: mean over pairs of members of how far apart the two lists are that their answers give, all else as the team has it. */
  direct: number;
  /** F: share of members whose answer gives another list than the team's. */
  flipShare: number;
};

/** Tied questions multiply; this many of the combinations of tied answers are enough to average over. */
export const MOST_STARTS = 64;

/**
 * The provisional answers: one choice, or one per combination of tied answers, at most 64 of them (then drawn from the
 * seed). Example: two variables with two tied values each give four choices.
 */
export function startsOf(variables: readonly Variable[], seed: string): Choice[] {
  const count = variables.reduce((product, variable) => product * variable.provisional.length, 1);
  if (count > MOST_STARTS) {
    const random = seededRandom(`${seed} ties`);
    const drawn = (variable: Variable) => variable.provisional[Math.floor(random() * variable.provisional.length)] ?? 0;
    return Array.from({ length: MOST_STARTS }, () => variables.map(drawn));
  }
  return variables.reduce<number[][]>(
    (starts, variable) => starts.flatMap((start) => variable.provisional.map((value) => [...start, value])),
    [[]],
  );
}

/** Direct impact of each variable, averaged over the starts. A variable whose values all lead to one list gives zeros. */
export function directImpacts(input: { variables: readonly Variable[]; starts: readonly Choice[]; book: ListBook }): DirectImpact[] {
  const { variables, starts, book } = input;
  return variables.map(({ counts }, q) => {
    const n = counts.reduce((sum, count) => sum + count, 0);
    let direct = 0;
    let flips = 0;
    for (const start of starts) {
      const lists = counts.map((count, value) => (count > 0 ? book.at(withValue(start, q, value)) : -1));
      const own = book.at(start);
      direct += pairMean({ counts, lists, book });
      flips += counts.reduce((sum, count, value) => sum + (lists[value] === own ? 0 : count), 0);
    }
    return { direct: direct / starts.length, flipShare: n === 0 ? 0 : flips / (n * starts.length) };
  });
}

/**
 * The variable that lets another one matter: the one whose answers, put in one after the other, move the lists of `q`
 * furthest apart. Null when no single other one does. Example: where consistency matters only for key-value data, the
 * partner of consistency is the shape.
 */
export function partnerOf(input: { q: number; variables: readonly Variable[]; starts: readonly Choice[]; book: ListBook }): number | null {
  const { q, variables, starts, book } = input;
  const { counts } = variables[q] ?? { counts: [] };
  const effects = variables.map((other, p) => {
    if (p === q || !other.isOpen) return 0;
    let effect = 0;
    for (const start of starts) {
      for (const [value, weight] of other.counts.entries()) {
        if (weight === 0) continue;
        const at = withValue(start, p, value);
        const lists = counts.map((count, mine) => (count > 0 ? book.at(withValue(at, q, mine)) : -1));
        effect += weight * pairMean({ counts, lists, book });
      }
    }
    return effect / other.counts.reduce((sum, count) => sum + count, 0);
  });
  const best = Math.max(...effects);
  return best > 1e-12 ? effects.indexOf(best) : null;
}
