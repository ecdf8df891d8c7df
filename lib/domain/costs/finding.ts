import type { MessageRef } from "../messages/message-ref";
import { changesIn } from "./cost-plot";
import { displayLoad, displayMoney } from "./display";
import type { CostReply, EnvelopePart } from "./schema";

/** What the chart found, in one sentence, and the small ones that follow it. */
export type CostFinding = {
  headline: MessageRef;
  /** The bills of today. */
  detail: MessageRef | null;
  /** Where the cheapest stops carrying the load. */
  limit: MessageRef | null;
  /** True when the members' spread of a year lies across a change of the cheapest. */
  isDisputed: boolean;
};

/**
 * The sentence above the cost chart. It speaks of the compared designs only, says "infeasible" when none carries today's
 * load, and calls the stretch where the winner changes back and forth too close to call.
 *
 * @example One staircase against one line: "Below 276 requests a second DynamoDB is cheaper; up to 829 it depends …"
 */
export function findingOf(reply: CostReply, names: Readonly<Record<string, string>>, locale = "en"): CostFinding {
  const nameOf = (id: string | null | undefined) => names[id ?? ""] ?? id ?? "";
  const load = (x: number) => displayLoad(x, locale);
  const [first] = reply.envelope;
  const changes = changesIn(reply);
  const isDisputed = reply.bands.some(({ low, high }) => changes.some((x) => x > low && x < high));
  const about = { detail: todayOf(reply, nameOf, locale), limit: limitOf(reply, nameOf, load), isDisputed };
  if (!first || reply.envelope.every(({ design }) => design === null)) return { ...NOTHING, headline: ref("none", {}) };
  if (first.design === null) return { ...about, headline: ref("infeasible", {}) };
  const carried = load(reply.envelope.findLast(({ design }) => design !== null)?.to ?? reply.axis.to);
  if (reply.pairs.length === 0) {
    const isAlone = reply.designs.filter(({ feasible }) => feasible).length === 1;
    return { ...about, headline: ref(isAlone ? "one" : "oneComplete", { name: nameOf(first.design), to: carried }) };
  }
  const [x = 0] = changes;
  const settled = changes.at(-1) ?? 0;
  if (changes.length === 0) return { ...about, headline: ref("noCrossover", { name: nameOf(first.design), to: load(endOfFirst(reply)) }) };
  const after = reply.envelope.find(({ from, design }) => design !== null && from >= settled * (1 - 1e-12))?.design;
  const params = { first: nameOf(first.design), x: load(x), settled: load(settled), last: nameOf(after) };
  if (changes.length === 1) return { ...about, headline: ref("oneCrossover", params) };
  const isBackAndForth = returns(reply.envelope.filter(({ from }) => from <= settled));
  if (changes.length === 2 && !isBackAndForth) {
    const middle = reply.envelope.find(({ to }) => to > x)?.design;
    return { ...about, headline: ref("handover", { ...params, middle: nameOf(middle) }) };
  }
  return { ...about, headline: ref(isBackAndForth ? "manyCrossovers" : "manyHands", params) };
}

const NOTHING = { detail: null, limit: null, isDisputed: false };

function ref(id: string, params: MessageRef["params"]): MessageRef {
  return { id: `costs.finding.${id}`, params };
}

/** Where the first winner stops carrying the load; the end of the axis when it never does. */
function endOfFirst({ envelope, axis }: CostReply): number {
  const next = envelope.find(({ design }) => design !== envelope[0]?.design);
  return next?.from ?? axis.to;
}

/** Who is left when the cheapest cannot carry more. */
function limitOf(reply: CostReply, nameOf: (id: string) => string, load: (x: number) => string): MessageRef | null {
  const changes = changesIn(reply);
  const index = reply.envelope.findIndex(
    ({ from, design }, at) => at > 0 && !changes.includes(from) && design !== reply.envelope[at - 1]?.design,
  );
  const part = reply.envelope[index];
  const before = reply.envelope[index - 1];
  if (!part || !before?.design) return null;
  const params = { name: nameOf(before.design), to: load(part.from) };
  return part.design ? ref("runsOut", { ...params, next: nameOf(part.design) }) : ref("nobodyBeyond", params);
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
