import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import type { SystemRow } from "@/lib/domain/neutrality/schema";
import { routes } from "@/lib/routes";
import type { ServerWords } from "@/messages/server-words";
import classes from "./neutrality.module.css";
import { percentOf } from "./percent-of";

const COLUMNS = ["system", "vendor", "listed", "first", "because"] as const;
const NUMBERS = new Set<(typeof COLUMNS)[number]>(["listed", "first"]);

/** One row per system that was ever listed, the most often listed first; the others in one sentence below. */
export function SystemTable({ rows, t }: { rows: readonly SystemRow[]; t: ServerWords }) {
  const never = rows.filter((row) => row.listed === 0).map((row) => row.name);
  return (
    <>
      <table className={classes.table}>
        <TableHead columns={COLUMNS} word={(column) => t(`column.${column}`)} numbers={NUMBERS} isHeardOnPhones />
        <tbody>
          {rows
            .filter((row) => row.listed > 0)
            .map((row) => (
              <Row key={row.id} row={row} t={t} />
            ))}
        </tbody>
      </table>
      {never.length > 0 && <p className="small">{t("never", { names: never.join(", ") })}</p>}
    </>
  );
}

function Row({ row, t }: { row: SystemRow; t: ServerWords }) {
  const reasons = row.becauseOf.map(({ rule, share }) => t("reason", { rule, pct: Math.round(share * 100) }));
  return (
    <tr>
      <th scope="row">
        <Link href={routes.system(row.id)} prefetch={false}>
          {row.name}
        </Link>
      </th>
      <td data-label={t("column.vendor")}>{row.vendor}</td>
      <td data-label={t("column.listed")} data-number>
        {t("share", { pct: percentOf(row.listedShare) })}
      </td>
      <td data-label={t("column.first")} data-number>
        {t("share", { pct: percentOf(row.firstShare) })}
      </td>
      <td data-label={t("column.because")}>{reasons.length > 0 ? reasons.join(", ") : t("noReason")}</td>
    </tr>
  );
}
