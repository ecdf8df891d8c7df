import type { MessageRef } from "../messages/message-ref";
import { firstView } from "./cost-plot";
import { displayLoad } from "./display";
import { cheapestOf, commonPieces, comparedDesigns, curveOf, lengthWithin } from "./finding-compared";
import type { CostReply } from "./schema";

/** Bills this near to each other are called the same: list prices are not surer than that. */
const NEAR = 1.05;
const MOST = 0.75;

/**
 * Says that designs cost about the same instead of naming a winner by cents: when two or more designs, among
 * them each that is ever the cheapest, lie within 5 % of the cheapest over three quarters of the first view. Null otherwise.
 *
 * @example RDS PostgreSQL and RDS MySQL on the same node classes: "… cost about the same: within 5% of each other …".
 */
export function aboutTheSame(reply: CostReply, names: Readonly<Record<string, string>>, locale = "en"): MessageRef | null {
  const view = firstView(reply);
  const designs = comparedDesigns(reply).filter(({ complete }) => complete);
  const curves = designs.map((design) => curveOf(design, view));
  const parts = reply.envelope.filter(({ from, design }) => from < view && design !== null);
  const best = cheapestOf(curves, parts);
  const to = best.at(-1)?.to ?? 0;
  const whole = best.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  if (to === 0 || whole < to * (1 - 1e-9)) return null;
  const shareWithin = (segments: (typeof curves)[number]["segments"], times: number) =>
    commonPieces(segments, best).reduce((sum, piece) => sum + lengthWithin(piece, times), 0) / whole;
  const near = curves.filter(({ segments }) => shareWithin(segments, NEAR) >= MOST);
  const ids = near.map(({ id }) => id);
  if (near.length < 2 || !parts.every(({ design }) => ids.includes(design ?? ""))) return null;
  const isWithin = (times: number) => near.every(({ segments }) => shareWithin(segments, times) > 1 - 1e-9);
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(ids.map((id) => names[id] ?? id));
  return { id: "costs.finding.aboutSame", params: { names: list, to: displayLoad(to, locale), extent: extentOf(isWithin) } };
}

function extentOf(isWithin: (times: number) => boolean): "exact" | "all" | "most" {
  if (isWithin(1)) return "exact";
  return isWithin(NEAR) ? "all" : "most";
}
