import { seededRandom } from "./seeded-random";
import { type Choice, type ListBook, listsAlong, pairMean, type Variable, withValue } from "./variable";

export type DirectImpact = {
  /** I: mean over pairs of members of how far apart the two lists are that their answers give, all else as the team has it. */
  direct: number;
  /** F: share of members whose answer gives another list than the team's. */
  flipShare: number;
};

/** Tied questions multiply; this many of the combinations of tied answers are enough to average over. */
const MOST_STARTS = 64;
/** Lists that the direct impacts may ask for: with hundreds of different answers fewer starts must do. */
const MOST_LISTS = 8_000;
/** To name a partner a few starts tell, and so do its most frequent answers. */
const PARTNER_STARTS = 4;
const PARTNER_VALUES = 8;

/**
 * The provisional answers: one choice, or one per combination of tied answers, at most 64 of them and fewer for hundreds
 * of different answers (then drawn from the seed). Example: two variables with two tied values each give four choices.
 */
export function startsOf(variables: readonly Variable[], seed: string): Choice[] {
  const count = variables.reduce((product, variable) => product * variable.provisional.length, 1);
  const values = variables.reduce((sum, { counts }) => sum + counts.length, 0);
  const most = Math.max(1, Math.min(MOST_STARTS, Math.floor(MOST_LISTS / (values + 1))));
  if (count > most) {
    const random = seededRandom(`${seed} ties`);
    const drawn = (variable: Variable) => variable.provisional[Math.floor(random() * variable.provisional.length)] ?? 0;
    return Array.from({ length: most }, () => variables.map(drawn));
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
      const lists = listsAlong({ counts, q, choice: start, book });
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
    for (const start of starts.slice(0, PARTNER_STARTS)) {
      for (const [value, weight] of mostGiven(other.counts)) {
        const lists = listsAlong({ counts, q, choice: withValue(start, p, value), book });
        effect += weight * pairMean({ counts, lists, book });
      }
    }
    return effect / mostGiven(other.counts).reduce((sum, [, weight]) => sum + weight, 0);
  });
  const best = Math.max(...effects);
  return best > 1e-12 ? effects.indexOf(best) : null;
}

function mostGiven(counts: readonly number[]): [value: number, weight: number][] {
  const given = [...counts.entries()].filter(([, weight]) => weight > 0);
  return given.sort(([a, x], [b, y]) => y - x || a - b).slice(0, PARTNER_VALUES);
}
