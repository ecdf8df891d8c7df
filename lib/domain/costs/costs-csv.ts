import type { CostReply } from "./schema";

type PriceMark = { priceId: string; usd: string | null; by: string; reason: string };

/**
 * Totals and lines of every design and scenario as CSV; one row per line, then one per total. Money is unrounded. A price
 * that the team changed carries who changed it and why.
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
      ]);
      const state = totalState(month);
      return [...lines, [...about, "total", "", "", "", "", "", "", "", "", month.total ?? "", state, "", ""]];
    }),
  );
  return `${[HEADER, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
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
];

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
