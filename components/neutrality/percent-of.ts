/** A share as a number of hundredths with one decimal. */
export function percentOf(share: number): number {
  return Math.round(share * 1_000) / 10;
}
