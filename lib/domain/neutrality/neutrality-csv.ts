import { toCsv } from "../csv";
import type { Neutrality } from "./schema";

const HEAD = ["kind", "name", "vendor", "listed", "listed_share", "first", "first_share", "first_by_default", "hosts", "hosts_share"];

/**
 * The table as CSV, a row per system and one per vendor, and last the number of points.
 * @example neutralityCsv(neutrality()).split("\r\n")[0] // "kind,name,vendor,listed,…"
 */
export function neutralityCsv({ points, empty, systems, vendors }: Neutrality): string {
  return toCsv([
    HEAD,
    ...systems.map((row) => [
      "system",
      row.name,
      row.vendor,
      row.listed,
      row.listedShare,
      row.first,
      row.firstShare,
      row.firstByDefault,
      null,
      null,
    ]),
    ...vendors.map((row) => [
      "vendor",
      row.vendor,
      row.vendor,
      row.listed,
      row.listedShare,
      row.first,
      row.firstShare,
      null,
      row.hosts,
      row.hostsShare,
    ]),
    ["points", "all", null, points, 1, null, null, null, null, null],
    ["points", "nothing left", null, empty, empty / points, null, null, null, null, null],
  ]);
}
