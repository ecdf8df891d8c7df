export type CalendarDay = {
  /** Stays the same as long as it is the same day for the same thing, so that calendars move it instead of adding another. */
  id: string;
  /** ISO day. */
  on: string;
  title: string;
  url: string;
};

/**
 * All-day events as an iCalendar file (RFC 5545): lines end in CRLF, are folded at 75 octets and escape what the format uses
 * itself. `stamp` is an ISO time in UTC. `name` is what calendars call a feed of several; empty for a single event.
 *
 * @example calendarOf([{ id: "r1", on: "2027-06-01", ... }], { stamp, name: "" }) has the line "DTSTART;VALUE=DATE:20270601"
 */
export function calendarOf(days: readonly CalendarDay[], { stamp, name }: { stamp: string; name: string }): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Shortlist//Review//EN",
    ...(name === "" ? [] : [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, "REFRESH-INTERVAL;VALUE=DURATION:PT6H"]),
    ...days.flatMap(({ id, on, title, url }) => [
      "BEGIN:VEVENT",
      `UID:${id}@shortlist`,
      `DTSTAMP:${stamp.replace(/[-:]|\.\d+/gu, "")}`,
      `DTSTART;VALUE=DATE:${on.replaceAll("-", "")}`,
      `SUMMARY:${escaped(title)}`,
      `URL:${url}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
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
