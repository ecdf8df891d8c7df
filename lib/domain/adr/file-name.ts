/**
 * The file name of a record in the way of docs/adr: four digits of number, then the title in lower case with dashes.
 * Accents are dropped; a title without any Latin letter or digit becomes "decision"; no number reads 0000.
 * @example adrFileName(3, "Où stocker les commandes ?") // "0003-ou-stocker-les-commandes.md"
 */
export function adrFileName(number: number | null, title: string): string {
  return `${String(number ?? 0).padStart(4, "0")}-${dashed(title)}.md`;
}

/**
 * The file name of a record in the way of log4brains, which numbers by day; a record without a date keeps the number 0000.
 * @example datedFileName("2026-11-20", "Use PostgreSQL") // "20261120-use-postgresql.md"
 */
export function datedFileName(date: string | null, title: string): string {
  return date === null ? adrFileName(null, title) : `${date.replaceAll("-", "")}-${dashed(title)}.md`;
}

const MAX_LENGTH = 80;

function dashed(title: string): string {
  const text = title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replaceAll(/^-+|-+$/g, "");
  return text || "decision";
}
