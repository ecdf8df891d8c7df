import { roundTo9 } from "./rounding";

/** How many answers stand on each rung, for levels coded 1 to `levels`; other codes are left out. Example: `frequencies([1, 3, 3], 3)` gives `[1, 0, 2]`. */
export function frequencies(levelsChosen: readonly number[], levels: number): number[] {
  return Array.from({ length: levels }, (_, i) => levelsChosen.filter((level) => level === i + 1).length);
}

/**
 * Van der Eijk's agreement A of the counts per rung: 1 one peak, 0 flat, -1 two opposite camps. It peels the counts
 * off in layers and rates each layer's shape. Null for fewer than three rungs or no answers.
 * Example: `agreementA([5, 0, 0, 0, 5])` gives `-1`. Source: van der Eijk 2001, Quality & Quantity 35, 325-341.
 */
export function agreementA(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.length < 3 || total === 0) return null;
  let left = [...counts];
  let agreement = 0;
  while (left.some((count) => count > 0)) {
    const layer = Math.min(...left.filter((count) => count > 0));
    const pattern = left.map((count) => count > 0);
    const weight = (layer * pattern.filter(Boolean).length) / total;
    agreement += weight * patternAgreement(pattern);
    left = left.map((count) => Math.max(0, count - layer));
  }
  return roundTo9(agreement);
}

/**
 * Tastle and Wierman's consensus of levels coded 1 to `levels`: 1 all alike, 0 split between both ends. Null for no
 * answers. Example: `consensus([1, 1, 5, 5], 5)` gives `0`. Source: Tastle and Wierman 2007.
 */
export function consensus(levelsChosen: readonly number[], levels: number): number | null {
  if (levelsChosen.length === 0 || levels < 2) return null;
  const n = levelsChosen.length;
  const mean = levelsChosen.reduce((sum, level) => sum + level, 0) / n;
  const sum = levelsChosen.reduce((bits, level) => bits + Math.log2(1 - Math.abs(level - mean) / (levels - 1)) / n, 0);
  return roundTo9(1 + sum);
}

function patternAgreement(pattern: readonly boolean[]): number {
  const rungs = pattern.length;
  const peaks = pattern.filter(Boolean).length;
  if (peaks === 1) return 1;
  if (peaks === rungs) return 0;
  const { unimodal, bimodal } = countTriples(pattern);
  const unimodality = ((rungs - 2) * unimodal - (rungs - 1) * bimodal) / ((rungs - 2) * (unimodal + bimodal));
  return unimodality * (1 - (peaks - 1) / (rungs - 1));
}

function countTriples(pattern: readonly boolean[]): { unimodal: number; bimodal: number } {
  let unimodal = 0;
  let bimodal = 0;
  pattern.forEach((first, i) => {
    pattern.slice(i + 1).forEach((middle, j) => {
      for (const last of pattern.slice(i + j + 2)) {
        if (first && last && !middle) bimodal += 1;
        if (middle && first !== last) unimodal += 1;
      }
    });
  });
  return { unimodal, bimodal };
}
