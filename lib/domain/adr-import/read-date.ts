const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A date as people write it, in ISO form; to the month where it says no more. Null when it is no date or could be two
 * (03/04/2021).
 * @example readDate("20 November 2026") // "2026-11-20"
 * @example readDate("Oct 2021") // "2021-10"
 */
export function readDate(written: string): string | null {
  const text = written.trim().slice(0, 60);
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?$/u.exec(text);
  if (iso !== null) return toIso(iso[1], iso[2], iso[3]);
  const dayFirst = /^(?:\w{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/iu.exec(text);
  if (dayFirst !== null) return toIso(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/iu.exec(text);
  if (monthFirst !== null) return toIso(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u.exec(text);
  if (slashed === null) return null;
  const [first, second] = [Number(slashed[1]), Number(slashed[2])];
  // Only one reading is left when a part cannot be a month; dots are written with the day first.
  if (text.includes(".") || first > 12) return toIso(slashed[3], slashed[2], slashed[1]);
  return second > 12 ? toIso(slashed[3], slashed[1], slashed[2]) : null;
}

function monthNumber(word: string | undefined): string {
  return String(MONTHS.indexOf((word ?? "").slice(0, 3).toLowerCase()) + 1);
}

function toIso(year = "", month = "", day?: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day ?? "1")];
  const days = [31, y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1];
  if (days === undefined || d < 1 || d > days) return null;
  const head = `${year}-${month.padStart(2, "0")}`;
  return day === undefined ? head : `${head}-${day.padStart(2, "0")}`;
}
