"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { TableHead } from "@/components/ui/table-head";
import type { ImportOutcome } from "@/lib/domain/log/schema";
import { routes } from "@/lib/routes";
import classes from "./log.module.css";

const SHOWN = 200;

/** One row per file: in the log now, there before, or left out and why. Those left out come first. */
export function ImportReport({ spaceId, outcomes }: { spaceId: string; outcomes: readonly ImportOutcome[] }) {
  const t = useTranslations("log.importing");
  const [shown, setShown] = useState(SHOWN);
  const rows = outcomes.toSorted((a, b) => ORDER[a.outcome] - ORDER[b.outcome]);
  return (
    <section aria-labelledby="report" className={classes.more}>
      <h2 id="report">{t("report")}</h2>
      <table className={classes.table}>
        <TableHead columns={["file", "outcome", "record"]} word={t} />
        <tbody>
          {rows.slice(0, shown).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one path, and a row holds no state.
            <Row key={index} row={row} spaceId={spaceId} />
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <button type="button" className={classes.clear} onClick={() => setShown(rows.length)}>
          {t("showAll", { count: rows.length })}
        </button>
      )}
    </section>
  );
}

function Row({ row, spaceId }: { row: ImportOutcome; spaceId: string }) {
  const t = useTranslations("log.importing");
  const name = row.number === null ? row.title : t("numbered", { number: String(row.number).padStart(4, "0"), title: row.title ?? "" });
  return (
    <tr>
      <th scope="row" className={classes.title}>
        {row.path}
      </th>
      <td data-label={t("outcome")}>
        <span>{row.outcome === "left_out" ? t(`left_out.${row.reason ?? "no_form"}`) : t(row.outcome)}</span>
      </td>
      <td data-label={t("record")} data-empty={row.entryId === null || undefined}>
        <span>
          {row.entryId && (
            <Link href={routes.importedRecord(spaceId, row.entryId)} prefetch={false}>
              {name}
            </Link>
          )}
          {row.numberTaken && ` ${t("numberTaken", { number: row.numberTaken })}`}
        </span>
      </td>
    </tr>
  );
}

const ORDER = { left_out: 0, added: 1, known: 2 } as const;
