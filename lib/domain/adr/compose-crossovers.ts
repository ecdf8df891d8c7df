import { closeCrossings } from "../costs/close-crossings";
import { displayLoad } from "../costs/display";
import { costRequestSchema } from "../costs/request-schema";
import { termsOf } from "../costs/terms";
import type { Messages } from "../messages/format";
import { localeOf } from "../messages/locale-of";
import type { RecordCosts } from "../record/costs-schema";
import { plain } from "./block-text";
import { label, say } from "./say";
import type { AdrBlock, AdrText } from "./schema";

/**
 * Where two designs change places, pair by pair. Crossings within 2% of each other are one; a pair that changes places often is
 * told by its first and its last load, as the chart shows it.
 *
 * @example crossoverItems(costs, messages)[0] // "Below 276 … RDS is cheaper; up to 829 … they change places 4 more times."
 */
export function crossoverItems(costs: RecordCosts, messages: Messages): AdrText[] {
  const load = (x: number) => `${displayLoad(x, localeOf(messages))} ${axisUnit(costs, messages)}`;
  const pairs = [...new Set(costs.crossovers.map(({ a, b }) => `${a}|${b}`))];
  return pairs.flatMap((pair) => {
    const groups = closeCrossings(costs.crossovers.filter(({ a, b }) => `${a}|${b}` === pair));
    const [first] = groups;
    const last = groups.at(-1);
    if (!first || !last) return [];
    if (groups.length > FEW) {
      const names = { before: designName(costs, first.first.cheaperBefore), after: designName(costs, last.last.cheaperAfter) };
      const count = groups.length;
      return [plain(say(messages, "adr.cost.crossoverMany", { ...names, from: load(first.from), to: load(last.to), count }))];
    }
    return groups.map(({ from, first: { a, b, cheaperBefore }, last: { cheaperAfter } }) => {
      const x = load(from);
      if (cheaperBefore === cheaperAfter) {
        const names = { a: designName(costs, a), b: designName(costs, b) };
        return plain(say(messages, "adr.cost.crossoverClose", { ...names, x }));
      }
      const names = { before: designName(costs, cheaperBefore), after: designName(costs, cheaperAfter) };
      return plain(say(messages, "adr.cost.crossover", { ...names, x }));
    });
  });
}

/** More changes of one pair than this are told as a stretch. */
const FEW = 2;

/**
 * Free tiers and commitments that the totals count; nothing where they are list prices alone.
 *
 * @example termsBlock(costs, messages) // a list: "A · RDS PostgreSQL: 30% off the hours that run today, …"
 */
export function termsBlock(costs: RecordCosts, messages: Messages): AdrBlock[] {
  const request = costRequestSchema.safeParse(costs.request);
  if (!request.success) return [];
  const items = costs.designs.flatMap(({ id, letter, name }) => {
    const { freeTier, commitment } = termsOf(request.data, id);
    const about = { letter, name };
    return [
      ...(freeTier ? [plain(say(messages, "adr.cost.freeTier", about))] : []),
      ...(commitment
        ? [plain(say(messages, "adr.cost.commitment", { ...about, share: commitment.discountShare, months: commitment.termMonths }))]
        : []),
    ];
  });
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

/**
 * The unit of the load axis in words.
 *
 * @example axisUnit(costs, messages) // "requests a second at the peak"
 */
export function axisUnit(costs: RecordCosts, messages: Messages): string {
  return label(messages, `adr.cost.unit.${costs.axis.unit}`) ?? costs.axis.unit.replaceAll("_", " ");
}

function designName(costs: RecordCosts, id: string): string {
  const design = costs.designs.find((candidate) => candidate.id === id);
  return design === undefined ? id : design.name;
}
