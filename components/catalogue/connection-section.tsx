import { PageMessages } from "@/components/ui/page-messages";
import { TableHead } from "@/components/ui/table-head";
import { connectionsOf } from "@/lib/domain/catalogue/connections";
import type { System } from "@/lib/domain/catalogue/schema";
import { dsnKindOf } from "@/lib/domain/connection/params";
import type { ServerWords } from "@/messages/server-words";
import classes from "./catalogue.module.css";
import { DsnBuilder } from "./dsn-builder";
import { English } from "./english";

/** How a program reaches it: the template, its parameters, and where we can, a builder. */
export function ConnectionSection({ system, t }: { system: System; t: ServerWords }) {
  const kind = dsnKindOf(system.id);
  return (
    <section id="connection" className={classes.section}>
      <h2>{t("section.connection")}</h2>
      {connectionsOf(system.id).map(({ template, params, note }) => (
        <div key={template} className={classes.connection}>
          <code className={classes.template}>{template}</code>
          {note !== "" && (
            <p className="small" lang="en">
              {note}
            </p>
          )}
          {params.length > 0 && (
            <table className={classes.table}>
              <TableHead columns={["name", "meaning", "default"]} word={(column) => t(`param.${column}`)} isHeardOnPhones />
              <tbody>
                {params.map((param) => (
                  <tr key={param.name}>
                    <td>
                      <code>{param.name}</code>
                    </td>
                    <td data-label={t("param.meaning")}>
                      <English>{param.meaning}</English>
                    </td>
                    <td data-label={t("param.default")}>{param.default === "" ? t("none") : param.default}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      ))}
      {kind !== null && (
        <PageMessages namespaces={["connection"]}>
          <DsnBuilder kind={kind} />
        </PageMessages>
      )}
    </section>
  );
}
