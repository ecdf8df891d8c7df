/**
 * Nine significant digits of a number, because logarithms and powers differ in the last digits between machines and
 * the result is stored, hashed and compared. Zero, infinities and NaN stay as they are.
 * Example: `roundTo9(316.22776601683796)` gives `316.227766`.
 */
export function roundTo9(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(9)) : value;
}

/**
 * A number to so many significant digits, for words on a screen. Zero stays zero.
 * Example: `toSignificant(98.7, 2)` gives `99`.
 */
export function toSignificant(value: number, digits: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) : value;
}
