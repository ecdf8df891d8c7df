/**
 * The file name of a record in the way of docs/adr: four digits of number, then the title in lower case with dashes.
 * Accents are dropped; a title without any Latin letter or digit becomes "decision"; no number reads 0000.
 * @example adrFileName(3, "Où stocker les commandes ?") // "0003-ou-stocker-les-commandes.md"
 */
export function adrFileName(number: number | null, title: string): string {
  const dashed = title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_LENGTH)
    .replaceAll(/^-+|-+$/g, "");
  return `${String(number ?? 0).padStart(4, "0")}-${dashed || "decision"}.md`;
}

const MAX_LENGTH = 80;
