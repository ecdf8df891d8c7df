import "server-only";
import { now } from "./clock";

const HOUR_MS = 3_600_000;

/** The ISO day that it is where it is latest on earth (UTC+14): what lies after it has not come for anybody. */
export const latestToday = (): string => isoDay(14);

/** The ISO day that it still is somewhere on earth (UTC-12): what lies before it is over for everybody. */
export const earliestToday = (): string => isoDay(-12);

function isoDay(offsetHours: number): string {
  return new Date(now().getTime() + offsetHours * HOUR_MS).toISOString().slice(0, 10);
}
