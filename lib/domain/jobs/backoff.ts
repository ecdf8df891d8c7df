const FIRST_S = 2;
const MOST_S = 600;

/**
 * Seconds to wait after a failed attempt: 2, 8, 32, 128, 512, then 600 each, spread by up to a quarter either way so that
 * jobs that failed together do not come back together. `chance` is a number from 0 to 1; `attempt` counts from 1.
 * @example backoffS({ attempt: 2, chance: 0.5 }) // 8
 */
export function backoffS({ attempt, chance }: { attempt: number; chance: number }): number {
  const wait = Math.min(MOST_S, FIRST_S * 4 ** (Math.max(1, attempt) - 1));
  return wait * (0.75 + chance / 2);
}
