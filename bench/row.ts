/** One line of the table. `isMet` is null where there is no target to meet. */
export type Row = { name: string; value: number; unit: string; target: string | null; isMet: boolean | null };

export function atMost(name: string, { value, unit, limit }: { value: number; unit: string; limit: number }): Row {
  return { name, value: rounded(value), unit, target: `under ${limit} ${unit}`, isMet: value < limit };
}

export function atLeast(name: string, { value, unit, limit }: { value: number; unit: string; limit: number }): Row {
  return { name, value: rounded(value), unit, target: `at least ${limit}`, isMet: value >= limit };
}

export function plain(name: string, value: number, unit: string): Row {
  return { name, value: rounded(value), unit, target: null, isMet: null };
}

export function tableText(rows: Row[]): string {
  const cells = rows.map(({ name, value, unit, target, isMet }) => [
    name,
    `${value.toLocaleString("en")} ${unit}`.trim(),
    target ?? "",
    wordOf(isMet),
  ]);
  const all = [["Measure", "Value", "Target", ""], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map(([name = "", value = "", ...rest]) => line([name, value, ...rest], widths)).join("\n");
}

function line([name = "", value = "", target = "", word = ""]: string[], [a = 0, b = 0, c = 0]: number[]): string {
  return `${name.padEnd(a)}  ${value.padStart(b)}  ${target.padEnd(c)}  ${word}`.trimEnd();
}

function wordOf(isMet: boolean | null): string {
  if (isMet === null) return "";
  return isMet ? "met" : "NOT MET";
}

/** Three digits that count; more would be noise. */
function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
