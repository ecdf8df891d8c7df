import type { Neutrality } from "./schema";

export type VendorMove = { vendor: string; was: number; is: number };

/**
 * Vendors whose share of lists moved by more than `points` hundredths between two versions, the largest move first. A vendor that
 * one of them does not know counts as 0.
 * @example movedVendors({ was, is, points: 2 }) // [{ vendor: "Redis", was: 0.03, is: 0.09 }]
 */
export function movedVendors(input: { was: VendorShares; is: VendorShares; points: number }): VendorMove[] {
  const { was, is, points } = input;
  const names = [...new Set([...was.vendors, ...is.vendors].map(({ vendor }) => vendor))];
  const moves = names.map((vendor) => ({ vendor, was: shareOf(was, vendor), is: shareOf(is, vendor) }));
  const size = (move: VendorMove) => Math.abs(move.is - move.was);
  // Shares have four digits, so half of the last keeps a move of exactly `points` from counting.
  return moves.filter((move) => size(move) * 100 > points + 0.005).sort((a, b) => size(b) - size(a));
}

type VendorShares = { vendors: readonly Pick<Neutrality["vendors"][number], "vendor" | "listedShare">[] };

function shareOf({ vendors }: VendorShares, vendor: string): number {
  return vendors.find((row) => row.vendor === vendor)?.listedShare ?? 0;
}
