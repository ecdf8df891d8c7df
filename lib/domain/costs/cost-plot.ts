import type { PlotBand, PlotChange, PlotInput, PlotSeries, PlotTexts } from "../charts/plot-model";
import type { CostReply } from "./schema";

type CostView = { to: number; isLog: boolean; width: number; height: number; texts: PlotTexts };

/** The size of a chart that stands on its own: in print, in files, and before a screen has been measured. */
export const WIDE = { width: 752, height: 400 };

/** A reply as a chart needs it: plain numbers, only the designs that are drawn. */
export function costPlotInput(reply: CostReply, drawn: readonly string[], view: CostView): PlotInput {
  return {
    ...view,
    series: seriesOf(reply, drawn),
    bands: reply.bands.map(({ id, low, typical, high }): PlotBand => ({ id, low, typical, high })),
    changes: changesOf(reply),
    strip: reply.envelope.map(({ from, to, design }) => ({ from, to, id: design })),
  };
}

/** The curves of the named designs in plain numbers. */
export function seriesOf(reply: CostReply, drawn: readonly string[]): PlotSeries[] {
  return reply.designs
    .filter((design) => drawn.includes(design.id))
    .map((design) => ({
      id: design.id,
      segments: design.curve.segments.map(({ from, to, intercept, slope }) => ({
        from,
        to,
        intercept: Number(intercept),
        slope: Number(slope),
      })),
    }));
}

/** The loads at which the cheapest changes hands, with the cost there; where nobody carries the load nothing changes hands. */
export function changesOf(reply: Pick<CostReply, "envelope" | "designs">): PlotChange[] {
  return changesIn(reply).map((x) => ({ x, cost: cheapestAt(reply, x) }));
}

/**
 * Loads at which another design becomes the cheapest because it costs less. Where the cheapest merely cannot carry more,
 * nothing crosses, and that load is not among them.
 */
export function changesIn({ envelope, designs }: Pick<CostReply, "envelope" | "designs">): number[] {
  return envelope.slice(1).flatMap((part, index) => {
    const before = envelope[index];
    if (!before?.design || !part.design || before.design === part.design) return [];
    return isEnd({ envelope, designs }, before.design, part.from) ? [] : [part.from];
  });
}

function isEnd({ designs }: Pick<CostReply, "envelope" | "designs">, id: string, x: number): boolean {
  const end = designs.find((design) => design.id === id)?.curve.segments.at(-1)?.to ?? 0;
  return end <= x * (1 + 1e-9);
}

/**
 * The right end of the first view: ten times today, the estimates and the last change of winner all inside, never beyond
 * the axis.
 */
export function firstView(reply: CostReply): number {
  const bands = reply.bands.map(({ high }) => high * 1.2);
  const settled = changesIn(reply).at(-1) ?? 0;
  const wanted = Math.max(reply.axis.now * 12, ...bands, settled * 1.25);
  return wanted > 0 ? Math.min(wanted, reply.axis.to) : reply.axis.to;
}

function cheapestAt({ designs, envelope }: Pick<CostReply, "envelope" | "designs">, x: number): number {
  const before = envelope.find((part) => x <= part.to)?.design;
  const segment = designs.find(({ id }) => id === before)?.curve.segments.find(({ to }) => x <= to);
  return segment ? Number(segment.intercept) + Number(segment.slope) * x : 0;
}
