import { Decimal } from "decimal.js";
import { findField } from "../answers/fields";
import { findSystem } from "../catalogue/catalogue";
import type { Messages } from "../messages/format";
import { localeOf } from "../messages/locale-of";
import { label, say } from "./say";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * A number for reading, with thousands separated and at most six decimals. Exact, and the same on every machine.
 * @example formatNumber(3215.5, "en") // "3,215.5"
 */
export function formatNumber(value: number | string, locale: string): string {
  return withSeparators(new Decimal(value).toDecimalPlaces(6).toFixed(), locale);
}

/**
 * US dollars for a sentence: two decimals under 10, whole under 1,000, then three significant digits.
 * @example formatMoney("1163.2", "en") // "$1,160"
 */
export function formatMoney(amount: string, locale: string): string {
  const value = new Decimal(amount);
  const size = value.abs();
  if (size.lt(10)) return inDollars(value, size.toFixed(2), locale);
  const rounded = size.lt(1000) ? size.toDecimalPlaces(0) : size.toSignificantDigits(3);
  return inDollars(value, rounded.toFixed(), locale);
}

/**
 * US dollars for a table, never rounded away: at least two decimals, at most ten.
 * @example formatPrice("0.000000625", "de") // "0,000000625\u00a0$"
 */
export function formatPrice(amount: string, locale: string): string {
  const value = new Decimal(amount);
  const size = value.abs();
  const decimals = Math.min(10, Math.max(2, size.lt(1) ? size.decimalPlaces() : 2));
  return inDollars(value, size.toFixed(decimals), locale);
}

/**
 * A day in words.
 * @example formatDay(messages, "2026-11-20") // "20 November 2026"
 */
export function formatDay(messages: Messages, day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return say(messages, "adr.day", { day: String(Number(date)), month: say(messages, `adr.month.m${Number(month)}`), year });
}

/**
 * An instant in UTC, to the minute.
 * @example formatInstant(messages, "2026-11-20T14:02:09Z") // "20 Nov 2026, 14:02 UTC"
 */
export function formatInstant(messages: Messages, instant: string): string {
  const iso = new Date(instant).toISOString();
  const month = say(messages, `adr.monthShort.m${Number(iso.slice(5, 7))}`);
  return say(messages, "adr.instant", { day: String(Number(iso.slice(8, 10))), month, year: iso.slice(0, 4), time: iso.slice(11, 16) });
}

/**
 * The name of an answer path as people read it, else the path in words.
 * @example fieldLabel(messages, "scale.y3.writes_s") // "Peak writes in 3 years"
 */
export function fieldLabel(messages: Messages, path: string): string {
  return label(messages, `fields.${path}.label`) ?? inWords(path.split(".").slice(1).join(" ") || path);
}

/**
 * An answer's value with its unit, in words; null reads "unknown".
 * @example formatFieldValue(messages, "scale.y3.writes_s", 1200) // "1,200 per second"
 */
export function formatFieldValue(messages: Messages, path: string, value: Json): string {
  if (value === null) return say(messages, "adr.unknown");
  if (typeof value === "number") {
    const unit = findField(path)?.unit;
    const unitText = unit ? label(messages, `fields.unitsLong.${unit}`) : null;
    return unitText === null ? formatNumber(value, localeOf(messages)) : `${formatNumber(value, localeOf(messages))} ${unitText}`;
  }
  if (typeof value === "string") return optionLabel(messages, path, value);
  if (typeof value === "boolean") return say(messages, value ? "adr.yes" : "adr.no");
  if (Array.isArray(value)) {
    return value.length === 0 ? say(messages, "adr.none") : value.map((item) => formatFieldValue(messages, path, item)).join(", ");
  }
  return Object.entries(value)
    .map(([key, inner]) => `${systemName(key)}: ${formatFieldValue(messages, path, inner)}`)
    .join(", ");
}

/** Answers name systems by their ids; what the catalogue does not know is somebody's own word. */
const SYSTEMS: readonly string[] = [
  "frame.incumbent",
  "frame.estate_standard",
  "frame.must_support_engines",
  "frame.platform_limits",
  "ops.current_stores",
];

function systemName(id: string): string {
  return findSystem(id)?.name ?? id;
}

function optionLabel(messages: Messages, path: string, value: string): string {
  if (path === "ops.experience") return label(messages, `fields.experience.${value}`) ?? value;
  if (!findField(path)?.options.includes(value)) return SYSTEMS.includes(path) ? systemName(value) : value;
  return label(messages, `fields.${path}.options.${value}`) ?? inWords(value);
}

function inWords(code: string): string {
  const words = code.replaceAll(/[_.]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inDollars(value: Decimal, digits: string, locale: string): string {
  const sign = value.isNegative() && !value.isZero() ? "-" : "";
  const amount = withSeparators(digits, locale);
  return isGerman(locale) ? `${sign}${amount}\u00a0$` : `${sign}$${amount}`;
}

function withSeparators(digits: string, locale: string): string {
  const [group, point] = isGerman(locale) ? [".", ","] : [",", "."];
  const [whole = "0", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}

const isGerman = (locale: string) => locale.startsWith("de");
