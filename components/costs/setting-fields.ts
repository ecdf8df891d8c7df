import { parseAmount } from "@/lib/domain/answers/parse-number";
import { readPrice, writePrice } from "@/lib/domain/cost-settings/read-price";
import type { Json } from "@/lib/domain/json";

type Typed = { id: string; label: string; isOptional?: boolean };
/** A field of a form for settings. Amounts are US dollars as numbers, money is exact text, shares are typed in percent. */
export type SettingField =
  | (Typed & { type: "text" | "money" | "amount" | "number" | "percent" })
  | (Typed & { type: "choice"; options: readonly { value: string; label: string }[] });

type ReadField = { value: Json | null } | { problem: string };

/**
 * What a field shows first, as the reader's language writes it; `text` is a number as JSON writes it, or words.
 *
 * @example shownText({ id: "weeks", label: "Weeks", type: "number" }, "1.5", "de") // "1,5"
 */
export function shownText({ type }: SettingField, text: string, locale: string): string {
  return type === "text" || type === "choice" ? text : writePrice(text, locale);
}

/**
 * What stands in a field, or which problem it has, as an id under `costsheet`. A blank field that may be blank is null.
 *
 * @example readField({ id: "share", label: "Share", type: "percent" }, "30", "en") // { value: 0.3 }
 */
export function readField({ type, isOptional = false }: SettingField, typed: string, locale: string): ReadField {
  const text = typed.trim();
  if (text === "" && isOptional) return { value: null };
  switch (type) {
    case "choice":
      return { value: text };
    case "text":
      return text === "" ? { problem: "own.nameMissing" } : { value: text };
    case "money": {
      const price = readPrice(text, locale);
      return price.ok ? { value: price.usd } : { problem: `price.problems.${price.problem}` };
    }
    default: {
      const amount = parseAmount(text, { locale, isPercent: type === "percent" });
      if (!amount.ok) return { problem: `problems.${amount.message.id.split(".").at(-1) ?? "unreadable"}` };
      return { value: type === "percent" ? amount.value / 100 : amount.value };
    }
  }
}
