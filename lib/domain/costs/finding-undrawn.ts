import type { MessageRef } from "../messages/message-ref";
import { displayMoney } from "./display";
import { comparedDesigns } from "./finding-compared";
import type { CostReply } from "./schema";

/**
 * Designs that were priced but not drawn although they cost less today than all that are: a chart must not hide its cheapest line in
 * silence. Null when there is none.
 *
 * @example undrawnOf(reply, names) // "Not drawn: Neon Launch would cost $20 a month today …"
 */
export function undrawnOf(reply: CostReply, names: Readonly<Record<string, string>>, locale = "en"): MessageRef | null {
  const compared = new Set(comparedDesigns(reply).map(({ id }) => id));
  const bills = reply.designs.flatMap(({ id, monthly }) => {
    const today = monthly.find(({ scenario }) => scenario === 1);
    return today?.total && today.complete ? [{ id, total: Number(today.total) }] : [];
  });
  const drawn = Math.min(...bills.filter(({ id }) => compared.has(id)).map(({ total }) => total));
  const cheaper = bills.filter(({ id, total }) => !compared.has(id) && total < drawn).sort((a, b) => a.total - b.total);
  const [first] = cheaper;
  if (!first || drawn === Number.POSITIVE_INFINITY) return null;
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(cheaper.map(({ id }) => names[id] ?? id));
  return { id: "costing.undrawn", params: { names: list, count: cheaper.length, cost: displayMoney(first.total, locale) } };
}
