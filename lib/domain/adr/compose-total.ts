import { briefNames } from "../costs/finding-names";
import type { Messages } from "../messages/format";
import { localeOf } from "../messages/locale-of";
import type { RecordCosts, RecordDesign, RecordTotal } from "../record/costs-schema";
import { formatMoney } from "./format-value";
import { say } from "./say";
import type { AdrBlock } from "./schema";

/** The horizon that the screen opens with; the attached record holds the others. */
const MONTHS = 24;

/**
 * The total cost of ownership over two years: bars by component, and the same as a table with the range of each sum. None
 * for a record that keeps no total. A component that nobody could price makes the sum "at least".
 * @example totalBlocks(costs, messages).map(({ kind }) => kind) // ["total", "table"]
 */
export function totalBlocks(costs: RecordCosts, messages: Messages): AdrBlock[] {
  const all = costs.tco ?? [];
  const months = all.some(({ horizonMonths }) => horizonMonths === MONTHS) ? MONTHS : (all.at(-1)?.horizonMonths ?? MONTHS);
  const drawn = costs.designs.filter((design) => isDrawn(costs, design)).map(({ id }) => id);
  const totals = all.filter(({ horizonMonths, id }) => horizonMonths === months && drawn.includes(id));
  const briefs = briefNames(Object.fromEntries(drawn.map((id) => [id, nameOf(costs, id)])));
  const [first] = totals;
  if (first === undefined) return [];
  const names = first.components.map(({ component }) => say(messages, `adr.cost.components.${component}`));
  const numbered = names.map((name, index) => `${index + 1} ${name}`).join(", ");
  return [
    {
      kind: "total",
      title: say(messages, "adr.cost.totalOver", { months }),
      description: say(messages, "adr.cost.totalDescription", { components: numbered }),
      locale: localeOf(messages),
      rows: totals.map((total) => ({
        id: letterOf(costs, total.id),
        name: briefs[total.id] ?? nameOf(costs, total.id),
        parts: total.components.map(({ component, cost }) => ({ component, usd: Number(cost?.likely ?? 0) })),
        low: total.total === null ? null : Number(total.total.low),
        high: total.total === null ? null : Number(total.total.high),
        total: sumText(total, messages),
      })),
    },
    {
      kind: "table",
      caption: numbered,
      columns: [
        { label: say(messages, "adr.cost.design"), align: "left", width: 0.2 },
        // As wide as the longest word for an amount that nobody knows.
        ...names.map((_, index) => ({ label: String(index + 1), align: "right" as const, width: 0.11 })),
        { label: say(messages, "adr.cost.total"), align: "right", width: 0.25 },
      ],
      rows: totals.map((total) => [
        `${letterOf(costs, total.id)} · ${nameOf(costs, total.id)}`,
        ...total.components.map(({ cost }) => (cost === null ? say(messages, "adr.unknown") : money(cost.likely, messages))),
        rangeText(total, messages),
      ]),
    },
  ];
}

/**
 * True of a design that the drawings show: one that was compared with others, and the first way to run each candidate.
 * @example isDrawn(costs, { ...design, id: "A2", letter: "A2" }) // false, unless the team compared it
 */
export function isDrawn({ request }: RecordCosts, { id, letter }: Pick<RecordDesign, "id" | "letter">): boolean {
  if (/^[A-Z]$/u.test(letter)) return true;
  if (typeof request !== "object" || request === null || Array.isArray(request)) return false;
  return Array.isArray(request.compare) && request.compare.includes(id);
}

function sumText({ total, complete }: RecordTotal, messages: Messages): string {
  if (total === null) return say(messages, "adr.unknown");
  const amount = money(total.likely, messages);
  return complete ? amount : say(messages, "adr.cost.atLeastShort", { amount });
}

function rangeText(design: RecordTotal, messages: Messages): string {
  const { total } = design;
  if (total === null) return say(messages, "adr.unknown");
  const range = { low: money(total.low, messages), high: money(total.high, messages) };
  return say(messages, "adr.cost.totalRange", { sum: sumText(design, messages), ...range });
}

function money(amount: string, messages: Messages): string {
  return formatMoney(amount, localeOf(messages));
}

function letterOf(costs: RecordCosts, id: string): string {
  return costs.designs.find((design) => design.id === id)?.letter ?? id;
}

function nameOf(costs: RecordCosts, id: string): string {
  return costs.designs.find((design) => design.id === id)?.name ?? id;
}
