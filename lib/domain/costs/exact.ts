import { Decimal } from "decimal.js";

/** Decimals with room for exact sums of prices; the precision of other users of decimal.js stays untouched. */
export const Exact = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });
export type Exact = Decimal;
export type ExactInput = Decimal.Value;

/**
 * A decimal from text or a number.
 *
 * @example exact("0.1").plus(exact("0.2")).toString() // "0.3"
 */
export function exact(value: ExactInput): Exact {
  return new Exact(value);
}

export const ZERO = exact(0);
export const ONE = exact(1);

/** Loads and quantities are stored to nine digits after the point, enough for a request a year and stable to hash. */
const STORED_PLACES = 9;

/**
 * Decimal text as it is stored: at most nine digits after the point, no exponent, no trailing zeros.
 *
 * @example storedText(exact("328.500")) // "328.5"
 */
export function storedText(value: Exact): string {
  return value.toDecimalPlaces(STORED_PLACES).toFixed();
}

/**
 * A number as it is stored, rounded to nine digits after the point.
 *
 * @example storedNumber(exact("276.19047619047619")) // 276.190476190
 */
export function storedNumber(value: Exact): number {
  return value.toDecimalPlaces(STORED_PLACES).toNumber();
}

/**
 * The whole number at or above `value`, except that a hair above a whole number is that number: `ceil(q - 1e-9)` of
 * `cost-models.md` section 0, so that 3.0000000001 nodes are 3.
 *
 * @example guardedCeil(exact("3.0000000001")).toNumber() // 3
 */
export function guardedCeil(value: Exact): Exact {
  return value.minus("1e-9").ceil();
}
