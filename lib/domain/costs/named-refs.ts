import type { MessageRef } from "../messages/message-ref";
import { displayMoney } from "./display";

/** Parameters of the costs' sentences that are US dollars, as exact decimal text until somebody reads them. */
const MONEY = new Set(["gap", "billGap", "worst", "otherWorst"]);

/**
 * A sentence with the names of designs where the calculation put their letters, and its money as the reader writes it.
 *
 * @example withNames({ id: "costing.regret.one", params: { choice: "A" } }, { A: "RDS PostgreSQL" }, "en").params.choice // "RDS PostgreSQL"
 */
export function withNames({ id, params }: MessageRef, names: Readonly<Record<string, string>>, locale: string): MessageRef {
  const worded = Object.entries(params).map(([key, value]) => [key, MONEY.has(key) ? displayMoney(value, locale) : nameOf(value, names)]);
  return { id, params: Object.fromEntries(worded) };
}

function nameOf(value: string | number, names: Readonly<Record<string, string>>): string | number {
  return typeof value === "string" && Object.hasOwn(names, value) ? (names[value] ?? value) : value;
}
