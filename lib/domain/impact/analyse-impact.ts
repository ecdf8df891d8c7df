import { roundTo9 } from "../disagreement/rounding";
import { type DirectImpact, directImpacts, partnerOf, startsOf } from "./direct-impact";
import { type Combinations, LIMITS, type Limits, totalImpact } from "./total-impact";
import { type Choice, type ListBook, type ListOf, listBook, type Variable } from "./variable";

export type Bucket = "changes" | "together" | "same";

export type VariableImpact = DirectImpact & {
  id: string;
  /** T. Null where no combination was tried. */
  total: number;
  bucket: Bucket;
  /** For "together": the variable with which it matters, if one alone does. */
  partner: string | null;
};

export type ImpactAnalysis = {
  impacts: VariableImpact[];
  /** Share of all combinations that lead to the team's provisional list, averaged over tied answers. */
  stability: number;
  /** Per candidate the share of combinations in which it is listed, largest first. */
  survival: { id: string; share: number }[];
  /** Every list that came out, most frequent first. */
  lists: { ids: string[]; share: number }[];
  combinations: Combinations;
  starts: Choice[];
  book: ListBook;
};

/**
 * Which differences change the list: direct impact, flip share and total impact of each variable, and how steady the list
 * is over all combinations. Shares are rounded to 9 digits. Generic over the engine `listOf`.
 * Example: on the toy engine of the tests consistency gives `direct: 0, total: 0.044` and the bucket "together" with shape.
 * Source: value-of-information measures over members' answers; sampling is seeded, so that all see the same.
 */
export function analyseImpact(input: { variables: readonly Variable[]; listOf: ListOf; seed: string; limits?: Limits }): ImpactAnalysis {
  const { variables, listOf, seed, limits = LIMITS } = input;
  const book = listBook(listOf);
  const starts = startsOf(variables, seed);
  const directs = directImpacts({ variables, starts, book });
  const { totals, shares, combinations } = totalImpact({ variables, start: starts[0] ?? [], book, seed, limits });
  const impacts = variables.map(({ id }, q): VariableImpact => {
    const direct = roundTo9(directs[q]?.direct ?? 0);
    const total = roundTo9(totals[q] ?? 0);
    const bucket = bucketOf(direct, total);
    const partner = bucket === "together" ? partnerOf({ q, variables, starts, book }) : null;
    const flipShare = roundTo9(directs[q]?.flipShare ?? 0);
    return { id, direct, flipShare, total, bucket, partner: partner === null ? null : (variables[partner]?.id ?? null) };
  });
  const lists = [...shares].map(([list, share]) => ({ list, ids: [...book.ids(list)], share: roundTo9(share) }));
  return {
    impacts,
    stability: roundTo9(starts.reduce((sum, start) => sum + (shares.get(book.at(start)) ?? 0), 0) / starts.length),
    survival: survivalOf(lists),
    lists: lists.map(({ ids, share }) => ({ ids, share })).sort((a, b) => b.share - a.share || compareText(a.ids.join(), b.ids.join())),
    combinations,
    starts,
    book,
  };
}

/** Rounding leaves dust where two equal lists were subtracted; what matters is far above it. */
const DUST = 1e-9;

function bucketOf(direct: number, total: number): Bucket {
  if (direct > DUST) return "changes";
  return total > DUST ? "together" : "same";
}

function survivalOf(lists: readonly { ids: string[]; share: number }[]): ImpactAnalysis["survival"] {
  const survival = new Map<string, number>();
  for (const { ids, share } of lists) for (const id of ids) survival.set(id, (survival.get(id) ?? 0) + share);
  return [...survival]
    .map(([id, share]) => ({ id, share: roundTo9(Math.min(1, share)) }))
    .sort((a, b) => b.share - a.share || compareText(a.id, b.id));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
