/** Loads this near to each other are one place for anybody who reads them. */
const NEAR = 1.02;

type AtLoad = { x: number };

/** Crossings that read as one: from the first to the last of them, and how many they are. */
export type CloseCrossings<T> = { from: number; to: number; first: T; last: T; count: number };

/**
 * Crossings left to right with those that lie within 2% of the one before taken together, so that a list says once what would
 * otherwise stand there as the same load again and again.
 *
 * @example closeCrossings([{ x: 315 }, { x: 316 }, { x: 400 }]).map(({ from, to, count }) => [from, to, count]) // [[315, 316, 2], [400, 400, 1]]
 */
export function closeCrossings<T extends AtLoad>(crossings: readonly T[]): CloseCrossings<T>[] {
  const groups: CloseCrossings<T>[] = [];
  for (const crossing of [...crossings].sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    if (group && crossing.x <= group.to * NEAR) Object.assign(group, { to: crossing.x, last: crossing, count: group.count + 1 });
    else groups.push({ from: crossing.x, to: crossing.x, first: crossing, last: crossing, count: 1 });
  }
  return groups;
}
