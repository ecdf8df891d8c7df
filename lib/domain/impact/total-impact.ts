import { seededRandom } from "./seeded-random";
import { type Choice, drawValue, type ListBook, listsAlong, pairMean, type Variable } from "./variable";

export type Combinations = {
  /** All combinations of the members' answers. */
  possible: number;
  /** How many were tried. */
  tried: number;
  /** True when all were: then every share is exact. */
  isExact: boolean;
};

export type TotalImpact = {
  /** T per variable: the pair mean of the direct impact, averaged over the combinations of all other answers. */
  totals: number[];
  /** Lists by number with the share of combinations that lead to them. */
  shares: Map<number, number>;
  combinations: Combinations;
};

export type Limits = { exact: number; samples: number; lists: number };

/** Up to 20,000 combinations all are tried, else 2,000 are drawn, and fewer when that asked for more than 20,000 lists. */
export const LIMITS: Limits = { exact: 20_000, samples: 2_000, lists: 20_000 };
/** For what the team has settled, a glimpse is enough. */
const SETTLED_SAMPLES = 200;

type Input = { variables: readonly Variable[]; start: Choice; book: ListBook; seed: string; limits: Limits };

/**
 * How often which list comes out over all combinations of what members answered to the open variables, and how much each
 * variable moves it. Members weigh the same, so an answer given twice counts twice. Settled variables stay at the start.
 * Without variables there is one combination. Source: total-effect indices with sampling where the number explodes.
 */
export function totalImpact(input: Input): TotalImpact {
  const { variables, limits } = input;
  const possible = variables.reduce((product, { counts, isOpen }) => (isOpen ? product * answered(counts) : product), 1);
  return possible <= limits.exact ? overAll(input, possible) : overSample(input, possible);
}

type Weighted = { choice: number[]; weight: number };

function overAll(input: Input, possible: number): TotalImpact {
  const { variables, book } = input;
  const all = combinationsOf(input);
  const shares = new Map<number, number>();
  for (const { choice, weight } of all) add(shares, book.at(choice), weight);
  const totals = variables.map(({ counts, isOpen }, q) => {
    const n = sumOf(counts);
    const first = counts.findIndex((count) => count > 0);
    const others = isOpen
      ? all.filter(({ choice }) => choice[q] === first)
      : all.filter((_, i) => i % Math.ceil(all.length / SETTLED_SAMPLES) === 0);
    const scale = isOpen ? n / (counts[first] ?? 1) : 1 / sumOf(others.map(({ weight }) => weight));
    return others.reduce((sum, { choice, weight }) => sum + weight * scale * pairAt({ counts, q, choice, book }), 0);
  });
  return { totals, shares, combinations: { possible, tried: all.length, isExact: true } };
}

function overSample(input: Input, possible: number): TotalImpact {
  const { variables, start, book, seed, limits } = input;
  const random = seededRandom(seed);
  const listsPerSample = 1 + variables.reduce((sum, { counts }) => sum + answered(counts) - 1, 0);
  const tried = Math.max(1, Math.min(limits.samples, Math.floor(limits.lists / listsPerSample)));
  const shares = new Map<number, number>();
  const totals = variables.map(() => 0);
  for (let i = 0; i < tried; i++) {
    const choice = variables.map((variable, q) => (variable.isOpen ? drawValue(variable, random) : (start[q] ?? 0)));
    add(shares, book.at(choice), 1 / tried);
    for (const [q, { counts }] of variables.entries()) totals[q] = (totals[q] ?? 0) + pairAt({ counts, q, choice, book }) / tried;
  }
  return { totals, shares, combinations: { possible, tried, isExact: false } };
}

function combinationsOf({ variables, start }: Input): Weighted[] {
  return variables.reduce<Weighted[]>(
    (all, { counts, isOpen }, q) => {
      const n = sumOf(counts);
      const values = isOpen
        ? counts.flatMap((count, value) => (count > 0 ? [{ value, weight: count / n }] : []))
        : [{ value: start[q] ?? 0, weight: 1 }];
      return all.flatMap(({ choice, weight }) => values.map((one) => ({ choice: [...choice, one.value], weight: weight * one.weight })));
    },
    [{ choice: [], weight: 1 }],
  );
}

function pairAt({ counts, q, choice, book }: { counts: readonly number[]; q: number; choice: Choice; book: ListBook }): number {
  return pairMean({ counts, lists: listsAlong({ counts, q, choice, book }), book });
}

function add(shares: Map<number, number>, list: number, weight: number): void {
  shares.set(list, (shares.get(list) ?? 0) + weight);
}

const answered = (counts: readonly number[]) => counts.filter((count) => count > 0).length;
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
