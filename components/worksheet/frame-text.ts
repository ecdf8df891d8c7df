import { type FieldDef, valueSchemaOf } from "@/lib/domain/answers/fields";
import { formatAmount, parseAmount } from "@/lib/domain/answers/parse-number";

export type FrameRead = { ok: true; value: unknown } | { ok: false; reason: "number" | "invalid" };

/** A field of the frame, and the language in which its numbers are written. */
type FrameBox = { field: FieldDef; locale: string };

/** What stands in the box for a stored value. */
export function textOfValue({ field, locale }: FrameBox, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (field.type === "multi" && Array.isArray(value)) return value.join(",");
  if (Array.isArray(value)) return value.join(field.type === "lines" ? "\n" : ", ");
  return typeof value === "number" ? formatAmount(value, locale) : String(value);
}

/** The value that a box's text stands for; an empty box is a blank, which is no value at all. */
export function valueOfText({ field, locale }: FrameBox, text: string): FrameRead {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: true, value: undefined };
  if (field.type === "number") {
    const amount = parseAmount(trimmed, { locale });
    return amount.ok ? checked(field, amount.value, "number") : { ok: false, reason: "number" };
  }
  if (field.type === "multi") return { ok: true, value: trimmed.split(",") };
  if (field.type === "words" || field.type === "lines") {
    const parts = trimmed.split(field.type === "lines" ? "\n" : /[,\n]/).map((part) => part.trim());
    return checked(field, parts.filter(Boolean), "invalid");
  }
  return checked(field, trimmed, "invalid");
}

/** How one part of the frame is written in its box: both ways. */
export type FrameFormat = { textOf: (value: unknown) => string; read: (text: string) => FrameRead };

/**
 * Whether the team's value says the same as a text, however either is spelled: "1500" and "1,500" are the same amount.
 */
export function saysSame({ textOf, read }: FrameFormat, said: { text: string; team: unknown }): boolean {
  const { text, team } = said;
  const teamText = textOf(team);
  if (text === teamText) return true;
  const parsed = read(text);
  return parsed.ok && textOf(parsed.value) === teamText;
}

function checked(field: FieldDef, value: unknown, reason: "number" | "invalid"): FrameRead {
  const parsed = valueSchemaOf(field.path)?.safeParse(value);
  return parsed?.success ? { ok: true, value: parsed.data } : { ok: false, reason };
}
