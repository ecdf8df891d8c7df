import type { MessageRef } from "../messages/message-ref";
import { displayExactMoney, displayMoney } from "./display";

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

/** Parameters of a calculation that are US dollars; what is no number there is a word that the sentence chooses by. */
const CALCULATED = new Set(["average", "total", "rate", "courses", "exit", "egress", "bill", "usd"]);

/**
 * The arithmetic of a total with its money as the reader writes it.
 *
 * @example readFormula({ id: "costing.tco.formula.operations", params: { rate: "200", total: "19200" } }, "de").params.total // "19.200\u00a0$"
 */
export function readFormula({ id, params }: MessageRef, locale: string): MessageRef {
  const isMoney = (key: string, value: string | number) => CALCULATED.has(key) && Number.isFinite(Number(value));
  const read = Object.entries(params).map(([key, value]) => [key, isMoney(key, value) ? displayExactMoney(value, locale) : value]);
  return { id, params: Object.fromEntries(read) };
}

function nameOf(value: string | number, names: Readonly<Record<string, string>>): string | number {
  return typeof value === "string" && Object.hasOwn(names, value) ? (names[value] ?? value) : value;
}
