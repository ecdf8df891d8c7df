import type { MessageRef } from "../messages/message-ref";
import { firstView } from "./cost-plot";
import { crossoversOf, heightAt, type PlainCurve, SAME_USD } from "./crossovers";
import { DESIGN_SOURCES } from "./design-list";
import { displayLoad } from "./display";
import { lowerEnvelope } from "./envelope";
import { cheapestOf, commonPieces, comparedDesigns, curveOf } from "./finding-compared";
import type { CostReply, PricedDesign } from "./schema";

type Kind = "node" | "serverless";

/** More names than this on one side make the sentence a list. */
const NAMED = 3;

/**
 * Per-node against serverless in one sentence: the cheapest of each kind among the compared designs that carry a load, the
 * same that the chart draws, compared exactly. Without a crossing up to the highest load that anybody expects, or in the first view when nobody
 * gave an estimate, one is cheaper throughout; else all crossings of the axis count. Null when one kind is missing, has a
 * price nobody knows, or both cost the same throughout.
 *
 * @example One node per 400/s at $290 against $1.05 per request a second: "Below 276 … serverless is cheaper …, up to 829 it depends …".
 */
export function kindsOf(reply: CostReply, names: Readonly<Record<string, string>>, locale = "en"): MessageRef | null {
  const compared = comparedDesigns(reply).filter(({ complete, curve }) => !complete || curve.segments.length > 0);
  const designs = {
    node: compared.filter((design) => kindOf(design) === "node"),
    serverless: compared.filter((design) => kindOf(design) === "serverless"),
  };
  if (designs.node.length === 0 || designs.serverless.length === 0) return null;
  if ([...designs.node, ...designs.serverless].some(({ complete }) => !complete)) return null;
  const node = cheapestCurve("node", designs.node, reply.axis.to);
  const serverless = cheapestCurve("serverless", designs.serverless, reply.axis.to);
  const end = Math.min(node.segments.at(-1)?.to ?? 0, serverless.segments.at(-1)?.to ?? 0);
  const highest = Math.max(0, ...reply.bands.map(({ high }) => high));
  const to = Math.min(highest > 0 ? highest : firstView(reply), end);
  const { leader, hasTies } = leaderOf(node, serverless, to);
  if (leader === null || to <= 0) return null;
  const load = (x: number) => displayLoad(x, locale);
  const { events } = crossoversOf(node, serverless);
  const [first] = events;
  const last = events.at(-1);
  if (first && last && first.x < to) {
    const params = { x: load(first.x), first: first.cheaperBefore, settled: load(last.x), last: last.cheaperAfter };
    return { id: `costs.finding.${first === last ? "kindsOnce" : "kindsOften"}`, params };
  }
  const params = { leader, strict: hasTies ? "no" : "yes", basis: highest > 0 && to >= highest ? "expected" : "range", to: load(to) };
  const [winners, losers] = leader === "node" ? [designs.node, designs.serverless] : [designs.serverless, designs.node];
  const beaten = winners.filter((winner) => losers.every((loser) => isNeverBelow(curveOf(loser, to), curveOf(winner, to))));
  if (compared.length < 3 || beaten.length === 0 || Math.max(losers.length, beaten.length) > NAMED)
    return { id: "costs.finding.kindsNever", params };
  const list = (items: readonly PricedDesign[], type: "conjunction" | "disjunction") =>
    new Intl.ListFormat(locale, { type }).format(items.map(({ id }) => names[id] ?? id));
  const named = { losers: list(losers, "conjunction"), count: losers.length, winners: list(beaten, "disjunction") };
  return { id: "costs.finding.kindsNeverNamed", params: { ...params, ...named } };
}

function isNeverBelow(f: PlainCurve, g: PlainCurve): boolean {
  return commonPieces(f.segments, g.segments).every((piece) =>
    [piece.from, piece.to].every((x) => heightAt(piece.f, x) - heightAt(piece.g, x) > -SAME_USD),
  );
}

const NODE_SHAPES: readonly string[] = ["per_node", "scale_out", "licenced", "self_hosted"];

/** What somebody pays for: nodes that run, or what is used. */
function kindOf({ design }: PricedDesign): Kind | null {
  const source = DESIGN_SOURCES.find(({ id }) => id === design);
  if (!source) return null;
  if (source.hosting === "serverless") return "serverless";
  return NODE_SHAPES.includes(source.shape.shape) ? "node" : null;
}

function cheapestCurve(kind: Kind, designs: readonly PricedDesign[], to: number): PlainCurve {
  const curves = designs.map((design) => curveOf(design, to));
  return { id: kind, segments: cheapestOf(curves, lowerEnvelope(curves, to)), asymptote: null, endsAtCeiling: false };
}

/** Who costs less where they first differ, and whether they cost the same anywhere. */
function leaderOf(node: PlainCurve, serverless: PlainCurve, end: number): { leader: Kind | null; hasTies: boolean } {
  const pieces = commonPieces(node.segments, serverless.segments).filter(({ from }) => from < end);
  const gaps = pieces.map(({ from, to, f, g }) => [from, Math.min(to, end)].map((x) => heightAt(f, x) - heightAt(g, x)));
  const first = gaps.flat().find((gap) => Math.abs(gap) >= SAME_USD);
  const hasTies = gaps.flat().some((gap) => Math.abs(gap) < SAME_USD);
  if (first === undefined) return { leader: null, hasTies };
  return { leader: first < 0 ? "node" : "serverless", hasTies };
}
