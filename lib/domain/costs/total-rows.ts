import type { TotalRow } from "../charts/total-plot";
import type { DesignTotal } from "./tco-schema";

type Words = { names: Readonly<Record<string, string>>; total: (likely: string | null, isComplete: boolean) => string };

/**
 * Totals as the chart of bars needs them: plain numbers, the components in their fixed order, and an unknown component
 * without width, so that it never looks like something small.
 *
 * @example totalRows(tco.designs, words)[0]?.parts.length // 5
 */
export function totalRows(designs: readonly DesignTotal[], { names, total }: Words): TotalRow[] {
  return designs.map((design) => ({
    id: design.id,
    name: names[design.id] ?? design.id,
    parts: design.components.map(({ component, cost }) => ({ component, usd: Number(cost?.likely ?? 0) })),
    low: design.total === null ? null : Number(design.total.low),
    high: design.total === null ? null : Number(design.total.high),
    total: total(design.total?.likely ?? null, design.complete),
  }));
}
