import { ScrollRegion } from "@/components/ui/scroll-region";
import { TableHead } from "@/components/ui/table-head";
import type { AuditExport } from "@/lib/domain/audit/schema";
import { files } from "@/lib/routes";
import type { ServerWords } from "@/messages/server-words";
import classes from "./audit.module.css";

/** The history as a table, drawn on the server: it is read, not worked with. */
export function AuditTable({ audit, t, worksheetId }: { audit: AuditExport; t: ServerWords; worksheetId: string }) {
  return (
    <>
      <p className={classes.text}>{audit.isComplete ? t("complete", { n: audit.acts.length }) : t("partial")}</p>
      <p className={classes.text}>
        <a href={files.audit(worksheetId)} download="audit.json">
          {t("download")}
        </a>
      </p>
      <ScrollRegion label={t("caption")} className={classes.scroll}>
        <table className={classes.table}>
          <caption className="visually-hidden">{t("caption")}</caption>
          <TableHead columns={["when", "what", "who"]} word={t} />
          <tbody>
            {audit.acts.map(({ at, type, by }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: acts are never moved, and two may share a time
              <tr key={index}>
                <td className={classes.time}>{at.slice(0, 19).replace("T", " ")}</td>
                <td>{t.has(`acts.${type}`) ? t(`acts.${type}`) : <code>{type}</code>}</td>
                <td>{by ?? t("nobody")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {audit.acts.length === 0 && <p className={classes.text}>{t("empty")}</p>}
    </>
  );
}
