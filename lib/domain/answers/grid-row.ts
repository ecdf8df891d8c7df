import { BLANK_ANSWER, type FieldAnswer, isBlank } from "./own-answers";
import type { Basis } from "./schema";

/** Cells of one grid, or of one row of it, by field key and in the order shown. */
export type Cells = Readonly<Record<string, FieldAnswer>>;

/** How the row is known: the first basis that stands in a cell, or null. */
export function rowBasis(cells: Cells): Basis | null {
  return Object.values(cells).find((cell) => cell.basis !== null)?.basis ?? null;
}

/** The one reason given for all cells: the first that stands in a cell, or `""`. */
export function sharedReason(cells: Cells): string {
  return Object.values(cells).find((cell) => cell.reason)?.reason ?? "";
}

/** The cells that change when the row's basis does: those that say something, or the first when none does yet. */
export function withBasis(cells: Cells, basis: Basis | null): Cells {
  return changed(cells, (cell) => cell.basis !== null, { basis });
}

/** The cells that change when the shared reason does, chosen as for the basis. */
export function withReason(cells: Cells, reason: string): Cells {
  return changed(cells, (cell) => Boolean(cell.reason), { reason });
}

/**
 * A cell after typing: it takes over the row's basis and the grid's reason where it has none of its own.
 * A cleared cell keeps what it carries, so that a reason typed first is not lost with a number.
 */
export function typedCell({
  cell,
  value,
  draft,
  basis,
  reason,
}: {
  cell: FieldAnswer;
  value: FieldAnswer["value"];
  draft: string | null;
  basis: Basis | null;
  reason: string;
}): FieldAnswer {
  const kept = draft === null ? value : cell.value;
  return { value: kept, draft, isUnknown: false, basis: cell.basis ?? basis, reason: cell.reason || reason || null };
}

/** `all` when nothing but "I don't know" stands in the row, `rest` when it fills up around numbers, else `no`. */
export function rowUnknown(cells: Cells): "no" | "rest" | "all" {
  const all = Object.values(cells);
  if (!all.some((cell) => cell.isUnknown) || all.some((cell) => isBlank(cell))) return "no";
  return all.every((cell) => cell.isUnknown) ? "all" : "rest";
}

/** The cells that change when somebody says "I don't know" for a row, or takes it back. Numbers stay. */
export function withRowUnknown(cells: Cells, isUnknown: boolean): Cells {
  const touched = Object.entries(cells).filter(([, cell]) => (isUnknown ? isBlank(cell) && cell.draft === null : cell.isUnknown));
  return Object.fromEntries(touched.map(([key, cell]) => [key, { ...BLANK_ANSWER, basis: cell.basis, reason: cell.reason, isUnknown }]));
}

function changed(cells: Cells, carries: (cell: FieldAnswer) => boolean, change: Partial<FieldAnswer>): Cells {
  const saying = Object.entries(cells).filter(([, cell]) => !isBlank(cell) || cell.draft !== null || carries(cell));
  const targets = saying.length > 0 ? saying : Object.entries(cells).slice(0, 1);
  return Object.fromEntries(targets.map(([key, cell]) => [key, { ...cell, ...change }]));
}
