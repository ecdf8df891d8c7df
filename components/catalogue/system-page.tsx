import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { CATALOGUE } from "@/lib/domain/catalogue/catalogue";
import type { System } from "@/lib/domain/catalogue/schema";
import { routes } from "@/lib/routes";
import type { ServerWords } from "@/messages/server-words";
import classes from "./catalogue.module.css";
import { ConnectionSection } from "./connection-section";
import { English } from "./english";
import { FactList } from "./fact-list";
import { factSections } from "./system-facts";

type Props = { system: System; t: ServerWords /** The reader's language is another than the catalogue's. */; isForeign: boolean };

/** Everything the catalogue says about one system, each part with how sure it is. */
export function SystemPage({ system, t, isForeign }: Props) {
  const remark = system.status === "active" ? "" : system.status;
  const about = [t(`kind.${system.kind}`), ...system.roles.map((role) => t(`role.${role}`)), remark].filter(Boolean).join(" · ");
  return (
    <article>
      <Link className={classes.back} href={routes.catalogue()}>
        ← {t("back")}
      </Link>
      <h1>{system.name}</h1>
      <p className={classes.lead}>
        {about}
        {system.aliases.length > 0 && ` · ${t("fact.aliases")} ${system.aliases.join(", ")}`}
      </p>
      <p className="small">
        {t("column.confidence")}: {t(`confidence.${system.confidence}`)}. {t(`confidenceHint.${system.confidence}`)}
      </p>
      {isForeign && <p className="small">{t("inEnglish")}</p>}
      <FitTable system={system} t={t} />
      {factSections(system, t).map(({ id, facts }) => (
        <section key={id} id={id} className={classes.section}>
          <h2>{t(`section.${id}`)}</h2>
          <FactList facts={facts} />
        </section>
      ))}
      <section className={classes.section}>
        <h2>{t("section.failure")}</h2>
        <FactList
          facts={system.failure_modes.map(({ mode, recovery }) => ({
            id: mode,
            label: <English>{mode}</English>,
            value: <English>{recovery}</English>,
          }))}
        />
      </section>
      <ConnectionSection system={system} t={t} />
      <Sources system={system} t={t} />
    </article>
  );
}

function FitTable({ system, t }: { system: System; t: ServerWords }) {
  const shapes = Object.keys(system.workload_fit) as (keyof System["workload_fit"])[];
  return (
    <section className={classes.section}>
      <h2>{t("section.fit")}</h2>
      <table className={classes.table}>
        <TableHead columns={["shape", "fit", "reason"]} word={(column) => t(`column2.${column}`)} isHeardOnPhones />
        <tbody>
          {shapes.map((shape) => (
            <tr key={shape}>
              <td>{t(`workload.${shape}`)}</td>
              <td data-label={t("column2.fit")}>{t(`fit.${system.workload_fit[shape].fit}`)}</td>
              <td data-label={t("column2.reason")}>
                <English>{system.workload_fit[shape].reason}</English>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Sources({ system, t }: { system: System; t: ServerWords }) {
  return (
    <section id="sources" className={classes.section}>
      <h2>{t("section.sources")}</h2>
      <ul className={classes.sources}>
        {system.sources.map((key) => {
          const source = CATALOGUE.sources[key];
          if (source === undefined) return null;
          return (
            <li key={key} id={`source-${key}`}>
              {isAddress(source.url) ? <a href={source.url}>{source.url}</a> : source.url}
              <br />
              <span className="quiet" lang="en">
                {source.supports}
              </span>{" "}
              <span className="small">({t(`how.${source.how}`)})</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function isAddress(url: string): boolean {
  return url.startsWith("https://") || url.startsWith("http://");
}
