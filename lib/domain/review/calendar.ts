/**
 * One all-day event as an iCalendar file (RFC 5545): lines end in CRLF, are folded at 75 octets and escape what the format uses
 * itself. `on` is an ISO day, `stamp` an ISO time in UTC.
 *
 * @example calendarOf({ id: "r1", on: "2027-06-01", ... }) has the line "DTSTART;VALUE=DATE:20270601"
 */
export function calendarOf({ id, on, title, url, stamp }: { id: string; on: string; title: string; url: string; stamp: string }): string {
  const day = on.replaceAll("-", "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Shortlist//Review//EN",
    "BEGIN:VEVENT",
    `UID:${id}@shortlist`,
    `DTSTAMP:${stamp.replace(/[-:]|\.\d+/gu, "")}`,
    `DTSTART;VALUE=DATE:${day}`,
    `SUMMARY:${escaped(title)}`,
    `URL:${url}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/gu, "\\n")
    .replace(/\p{Cc}/gu, "");

/** Folded between code points, counted in UTF-8 octets; a continuation begins with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let text = "";
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > 75) {
      text += "\r\n ";
      octets = 1;
    }
    text += sign;
    octets += size;
  }
  return text;
}
