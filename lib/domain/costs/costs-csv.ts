import { exact } from "./exact";
import type { CostReply, PricedDesign } from "./schema";

type PriceMark = { priceId: string; label: string; unit: string; usd: string | null; asOf: string; by: string; reason: string };

/**
 * Totals and lines of every design and scenario as CSV; one row per line, then one per total. Money is unrounded. A price
 * that the team changed carries who changed it and why; one that bills at none of these loads has a row of its own, at the end.
 *
 * @example costsCsv(reply, names).split("\r\n")[1] // 'A,"Amazon RDS PostgreSQL, Multi-AZ",1,41,instance_hours,730,hour,0.129,...'
 */
export function costsCsv(reply: CostReply, names: Readonly<Record<string, string>> = {}, changed: readonly PriceMark[] = []): string {
  const marks = new Map(changed.flatMap((mark) => (mark.usd === null ? [] : [[mark.priceId, mark] as const])));
  const rows = reply.designs.flatMap((design) =>
    design.monthly.flatMap((month) => {
      const about = [design.id, names[design.id] ?? "", String(month.scenario), String(month.load)];
      const lines = month.lines.map((line) => [
        ...about,
        line.meter,
        line.quantity,
        line.unit,
        line.unitPrice ?? "unknown",
        line.priceId ?? "",
        line.asOf ?? "",
        line.confidence ?? "",
        line.region ?? "",
        line.marks.join(" "),
        line.amount ?? "unknown",
        "",
        marks.get(line.priceId ?? "")?.by ?? "",
        marks.get(line.priceId ?? "")?.reason ?? "",
        line.freeQuantity ?? "",
        "",
      ]);
      const state = totalState(month);
      return [...lines, [...about, "total", "", "", "", "", "", "", "", "", month.total ?? "", state, "", "", "", termsText(design.terms)]];
    }),
  );
  const billed = new Set(reply.designs.flatMap(({ monthly }) => monthly.flatMap(({ lines }) => lines.map(({ priceId }) => priceId))));
  const unbilled = [...marks.values()].filter(({ priceId }) => !billed.has(priceId)).map(unbilledRow);
  return `${[HEADER, ...rows, ...unbilled].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

const HEADER = [
  "design",
  "name",
  "times_today",
  "peak_requests_per_second",
  "meter",
  "quantity",
  "unit",
  "unit_price_usd",
  "price_id",
  "as_of",
  "confidence",
  "region",
  "marks",
  "usd_per_month",
  "total_is",
  "price_changed_by",
  "price_change_reason",
  "free_quantity",
  "counted_besides_list_prices",
];

/** Free tier and commitment beside the total that they are part of. */
function termsText({ freeTier, commitment }: PricedDesign["terms"]): string {
  const parts = [
    ...(freeTier ? ["free tier"] : []),
    ...(commitment ? [`${exact(commitment.discountShare).times(100).toFixed()}% off for ${commitment.termMonths} months`] : []),
  ];
  return parts.join("; ");
}

/** A node class between two scenarios, for example: it shapes the curve, and the team's word for it is not lost. */
function unbilledRow({ priceId, label, unit, usd, asOf, by, reason }: PriceMark): string[] {
  return [
    "",
    label,
    "",
    "",
    "price",
    "",
    unit.replace(/^USD per /, ""),
    usd ?? "",
    priceId,
    asOf,
    "own",
    "",
    "own",
    "",
    "not billed at these loads",
    by,
    reason,
    "",
    "",
  ];
}

function totalState({ feasible, complete }: { feasible: boolean; complete: boolean }): string {
  if (!feasible) return "cannot carry this load";
  return complete ? "complete" : "at least";
}

const FORMULA_START = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** Spreadsheets run what starts like a formula, so such text is prefixed with an apostrophe; plain numbers stay numbers. */
function cell(text: string): string {
  const safe = FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
