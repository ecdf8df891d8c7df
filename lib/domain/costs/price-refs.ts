import type { PriceRef } from "./price-ref-schema";

/** A price of the book. */
export const price = (priceId: string): PriceRef => ({ priceId });

/** Node classes of the book that share a prefix, for example `aws.rds.postgres` with `.multi` after each size. */
export const classesOf = (prefix: string, sizes: readonly string[], suffix = "") =>
  sizes.map((size) => ({ price: price(`${prefix}.${size}${suffix}`) }));
