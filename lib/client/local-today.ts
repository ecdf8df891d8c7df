import { dayIn } from "@/lib/domain/day-in";

/** The ISO day that it is where the reader is. */
export function localToday(): string {
  return dayIn(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone);
}
