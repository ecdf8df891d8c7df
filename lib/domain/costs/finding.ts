import type { MessageRef } from "../messages/message-ref";
import { changesIn } from "./cost-plot";
import { displayLoad } from "./display";
import { aboutTheSame } from "./finding-close";
import { kindsOf } from "./finding-kinds";
import { briefNames } from "./finding-names";
import { todayOf } from "./finding-today";
import { undrawnOf } from "./finding-undrawn";
import type { CostReply, EnvelopePart } from "./schema";

/** What the chart found, in one sentence, and the small ones that follow it. */
export type CostFinding = {
  headline: MessageRef;
  /** Per-node against serverless, when both were compared. */
  kinds: MessageRef | null;
  /** Cheaper designs of today that the chart leaves out. */
  undrawn: MessageRef | null;
  /** The bills of today. */
  detail: MessageRef | null;
  /** Where the cheapest stops carrying the load. */
  limit: MessageRef | null;
  /** True when the members' spread of a year lies across a change of the cheapest. */
  isDisputed: boolean;
};

/**
 * The sentence above the cost chart. It speaks of the compared designs only, says "infeasible" when none carries today's
 * load, "about the same" where cents would decide, and calls the stretch where the winner changes back and forth too close to call.
 *
 * @example One staircase against one line: "Below 276 requests a second DynamoDB is cheaper; up to 829 it depends …"
 */
export function findingOf(reply: CostReply, names: Readonly<Record<string, string>>, locale = "en"): CostFinding {
  const briefs = briefNames(names);
  const nameOf = (id: string | null | undefined) => briefs[id ?? ""] ?? id ?? "";
  const load = (x: number) => displayLoad(x, locale);
  const [first] = reply.envelope;
  const changes = changesIn(reply);
  const isDisputed = reply.bands.some(({ low, high }) => changes.some((x) => x > low && x < high));
  const about = {
    kinds: kindsOf(reply, briefs, locale),
    undrawn: undrawnOf(reply, briefs, locale),
    detail: todayOf(reply, briefs, locale),
    limit: limitOf(reply, nameOf, load),
    isDisputed,
  };
  if (!first || reply.envelope.every(({ design }) => design === null)) return { ...NOTHING, headline: ref("none", {}) };
  if (first.design === null) return { ...about, headline: ref("infeasible", {}) };
  const carried = load(reply.envelope.findLast(({ design }) => design !== null)?.to ?? reply.axis.to);
  if (reply.pairs.length === 0) {
    const isAlone = reply.designs.filter(({ feasible }) => feasible).length === 1;
    return { ...about, headline: ref(isAlone ? "one" : "oneComplete", { name: nameOf(first.design), to: carried }) };
  }
  const same = aboutTheSame(reply, briefs, locale);
  if (same) return { ...about, headline: same, isDisputed: false };
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

const NOTHING = { kinds: null, undrawn: null, detail: null, limit: null, isDisputed: false };

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
