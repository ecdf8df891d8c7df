import type { MessageRef } from "../messages/message-ref";
import { displayLoad, displayMoney } from "./display";
import { comparedDesigns } from "./finding-compared";
import type { CostReply } from "./schema";

/**
 * What the two cheapest compared designs cost at today's load, as one sentence; bills that read the same are said to be the
 * same, not a cent apart. Null when none carries the load.
 *
 * @example todayOf(reply, names) // "… about $126 a month for DynamoDB or $290 for RDS: $164 apart."
 */
export function todayOf(reply: CostReply, names: Readonly<Record<string, string>>, locale = "en"): MessageRef | null {
  const bills = comparedDesigns(reply)
    .flatMap(({ id, monthly }) => {
      const today = monthly.find(({ scenario }) => scenario === 1);
      return today?.total ? [{ name: names[id] ?? id, total: Number(today.total) }] : [];
    })
    .sort((a, b) => a.total - b.total);
  const [cheapest, next] = bills;
  if (!cheapest) return null;
  const cost = displayMoney(cheapest.total, locale);
  const first = { name: cheapest.name, cost, now: displayLoad(reply.axis.now, locale) };
  if (!next) return { id: "costs.finding.todayOne", params: first };
  const otherCost = displayMoney(next.total, locale);
  if (otherCost === cost) return { id: "costs.finding.todaySame", params: { ...first, other: next.name } };
  const gap = displayMoney(next.total - cheapest.total, locale);
  return { id: "costs.finding.todayTwo", params: { ...first, other: next.name, otherCost, gap } };
}
