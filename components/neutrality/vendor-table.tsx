import { TableHead } from "@/components/ui/table-head";
import type { VendorRow } from "@/lib/domain/neutrality/schema";
import type { ServerWords } from "@/messages/server-words";
import classes from "./neutrality.module.css";
import { percentOf } from "./percent-of";

const COLUMNS = ["vendor", "listed", "first", "hosts"] as const;
const NUMBERS = new Set<(typeof COLUMNS)[number]>(["listed", "first", "hosts"]);

/** One row per vendor that was ever listed or could host what was. */
export function VendorTable({ rows, t }: { rows: readonly VendorRow[]; t: ServerWords }) {
  return (
    <table className={classes.table}>
      <TableHead columns={COLUMNS} word={(column) => t(`column.${column}`)} numbers={NUMBERS} isHeardOnPhones />
      <tbody>
        {rows
          .filter((row) => row.listed > 0 || row.hosts > 0)
          .map((row) => (
            <tr key={row.vendor}>
              <th scope="row">{row.vendor}</th>
              <td data-label={t("column.listed")} data-number>
                {t("share", { pct: percentOf(row.listedShare) })}
              </td>
              <td data-label={t("column.first")} data-number>
                {t("share", { pct: percentOf(row.firstShare) })}
              </td>
              <td data-label={t("column.hosts")} data-number>
                {t("share", { pct: percentOf(row.hostsShare) })}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
