import type { Commitment, CostRequest } from "./request-schema";

/** What one design's bill counts besides list prices. */
export type Terms = { freeTier: boolean; commitment: Commitment | null };

/**
 * Whether a design counts its account-wide free tier, and what is committed for it.
 *
 * @example termsOf({ freeTiers: ["A"], commitments: {} }, "B") // { freeTier: false, commitment: null }
 */
export function termsOf({ freeTiers, commitments }: Pick<CostRequest, "freeTiers" | "commitments">, id: string): Terms {
  const freeTier = typeof freeTiers === "boolean" ? freeTiers : freeTiers.includes(id);
  return { freeTier, commitment: commitments[id] ?? null };
}
