"use client";

import { useTranslations } from "use-intl";
import { TableHead } from "@/components/ui/table-head";
import type { ImportedFile } from "@/lib/domain/adr-import/import-report";
import type { ParsedAdr } from "@/lib/domain/adr-import/schema";
import classes from "./import.module.css";

const COLUMNS = ["file", "outcome", "record", "status", "date", "notes"] as const;

/** One row per file, in the order they came. */
export function ReportTable({ report, onClear }: { report: readonly ImportedFile[]; onClear: () => void }) {
  const t = useTranslations("adrImport");
  return (
    <section className={classes.report}>
      <div className={classes.head}>
        <h2>{t("report")}</h2>
        <button type="button" className={classes.button} onClick={onClear}>
          {t("clear")}
        </button>
      </div>
      <table className={classes.table}>
        <TableHead columns={COLUMNS} word={(column) => t(`column.${column}`)} isHeardOnPhones />
        <tbody>
          {report.map((file, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and rows are never reordered.
            <Row key={at} file={file} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ file }: { file: ImportedFile }) {
  const t = useTranslations("adrImport");
  const { adr } = file;
  return (
    <tr data-outcome={file.outcome}>
      <th scope="row">{file.name}</th>
      <td data-label={t("column.outcome")}>
        {file.outcome === "skipped" ? t(`skipped.${file.reason}`) : t(`form.${file.adr.format.replace(/-template$/u, "")}`)}
      </td>
      {adr === null ? <td colSpan={4} className={classes.none} /> : <Cells adr={adr} />}
    </tr>
  );
}

function Cells({ adr }: { adr: ParsedAdr }) {
  const t = useTranslations("adrImport");
  const [record, status, date] = [useRecordName(adr), useStatusWords(adr), useDateWords(adr)];
  return (
    <>
      <td data-label={t("column.record")}>{record}</td>
      <td data-label={t("column.status")}>{status}</td>
      <td data-label={t("column.date")}>{date}</td>
      <td data-label={t("column.notes")}>
        <Notes adr={adr} />
      </td>
    </>
  );
}

function Notes({ adr }: { adr: ParsedAdr }) {
  const t = useTranslations("adrImport");
  const headings = adr.sections.filter(({ level, heading }) => level !== 1 && heading !== null).map(({ heading }) => heading);
  const names = headings.slice(0, 12).join(", ");
  return (
    <>
      {adr.deciders.length > 0 && <p>{t("deciders", { names: adr.deciders.slice(0, 20).join(", ") })}</p>}
      <p>{t("sections", { n: headings.length, names })}</p>
      {adr.warnings
        .filter((code) => code !== "template" && code !== "no_form")
        .map((code) => (
          <p key={code}>{t(`warning.${code}`)}</p>
        ))}
    </>
  );
}

function useRecordName({ number, title }: ParsedAdr): string {
  const t = useTranslations("adrImport");
  const words = title ?? t("noTitle");
  return number === null ? words : t("numbered", { number, title: words });
}

function useStatusWords({ status, statusRaw, supersededBy }: ParsedAdr): string {
  const t = useTranslations("adrImport");
  const words = t.has(`status.${status}`) ? t(`status.${status}`) : t("asWritten", { text: statusRaw ?? status });
  return supersededBy === null ? words : `${words} ${t("replacedBy", { file: supersededBy })}`;
}

function useDateWords({ date, dateRaw, filenameDate }: ParsedAdr): string {
  const t = useTranslations("adrImport");
  if (date !== null) return date;
  if (dateRaw !== null) return t("asWritten", { text: dateRaw });
  return filenameDate === null ? t("noDate") : t("fileDate", { date: filenameDate });
}
