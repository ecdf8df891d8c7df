import type { MessageRef } from "../messages/message-ref";
import { changesIn } from "./cost-plot";
import { displayLoad, displayMoney } from "./display";
import type { CostReply, EnvelopePart } from "./schema";

/** What the chart found, in one sentence, with the sentence that follows in small and whether the team's spread covers a change. */
export type CostFinding = { headline: MessageRef; detail: MessageRef | null; isDisputed: boolean };

/**
 * The sentence above the cost chart. It speaks of the compared designs only, says "infeasible" when none carries today's
 * load, and calls the stretch where the winner changes back and forth too close to call.
 *
 * @example One staircase against one line: "Below 276 requests a second DynamoDB is cheaper; up to 829 it depends …"
 */
export function findingOf(reply: CostReply, names: Readonly<Record<string, string>>, locale = "en"): CostFinding {
  const compared = [...new Set(reply.envelope.flatMap(({ design }) => design ?? []))];
  const nameOf = (id: string | null | undefined) => names[id ?? ""] ?? id ?? "";
  const load = (x: number) => displayLoad(x, locale);
  const ref = (id: string, params: MessageRef["params"]): MessageRef => ({ id: `costs.finding.${id}`, params });
  const detail = todayOf(reply, nameOf, locale);
  const changes = changesIn(reply.envelope);
  const isDisputed = reply.bands.some(({ low, high }) => changes.some((x) => x > low && x < high));
  const [first] = reply.envelope;
  if (compared.length === 0 || !first) return { headline: ref("none", {}), detail: null, isDisputed: false };
  if (first.design === null) return { headline: ref("infeasible", {}), detail, isDisputed: false };
  const carried = reply.envelope.filter(({ design }) => design !== null).at(-1)?.to ?? reply.axis.to;
  if (reply.pairs.length === 0) {
    const isWhole = carried >= reply.axis.to * (1 - 1e-9);
    return { headline: ref(isWhole ? "one" : "oneUpTo", { name: nameOf(first.design), to: load(carried) }), detail, isDisputed };
  }
  if (changes.length === 0) return { headline: ref("noCrossover", { name: nameOf(first.design), to: load(carried) }), detail, isDisputed };
  const settled = changes.at(-1) ?? 0;
  const winner = reply.envelope.findLast(({ design }) => design !== null)?.design;
  const params = { first: nameOf(first.design), x: load(changes[0] ?? 0), settled: load(settled), last: nameOf(winner) };
  if (changes.length === 1) return { headline: ref("oneCrossover", params), detail, isDisputed };
  if (changes.length === 2 && !returns(reply.envelope)) {
    const middle = reply.envelope.filter(({ design }) => design !== null)[1]?.design;
    return { headline: ref("handover", { ...params, middle: nameOf(middle) }), detail, isDisputed };
  }
  return { headline: ref(returns(reply.envelope) ? "manyCrossovers" : "manyHands", params), detail, isDisputed };
}

/** True when a design that lost becomes the cheapest again. */
function returns(envelope: readonly EnvelopePart[]): boolean {
  const order = envelope.flatMap(({ design }) => design ?? []).filter((design, index, all) => design !== all[index - 1]);
  return new Set(order).size < order.length;
}

/** What the two cheapest compared designs cost at today's load. */
function todayOf(reply: CostReply, nameOf: (id: string) => string, locale: string): MessageRef | null {
  const shown = new Set([...reply.pairs.flatMap(({ a, b }) => [a, b]), ...reply.envelope.flatMap(({ design }) => design ?? [])]);
  const bills = reply.designs
    .filter(({ id }) => shown.has(id))
    .flatMap(({ id, monthly }) => {
      const today = monthly.find(({ scenario }) => scenario === 1);
      return today?.total ? [{ id, total: today.total, complete: today.complete }] : [];
    })
    .sort((a, b) => Number(a.total) - Number(b.total));
  const [cheapest, next] = bills;
  if (!cheapest) return null;
  const now = displayLoad(reply.axis.now, locale);
  const first = { name: nameOf(cheapest.id), cost: displayMoney(cheapest.total, locale), now };
  if (!next) return { id: "costs.finding.todayOne", params: first };
  return {
    id: "costs.finding.todayTwo",
    params: {
      ...first,
      other: nameOf(next.id),
      otherCost: displayMoney(next.total, locale),
      gap: displayMoney(Number(next.total) - Number(cheapest.total), locale),
    },
  };
}
