import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { findSystem } from "@/lib/domain/catalogue/catalogue";
import type { System } from "@/lib/domain/catalogue/schema";
import { routes } from "@/lib/routes";
import type { ServerWords } from "@/messages/server-words";
import classes from "./catalogue.module.css";

const COLUMNS = ["name", "kind", "family", "licence", "strongest", "default", "confidence", "sources"] as const;

/** One row per system; on phones each row becomes a card with its own labels. */
export function CatalogueTable({ systems, t }: { systems: readonly System[]; t: ServerWords }) {
  return (
    <div className={classes.box}>
      <table className={classes.table}>
        <TableHead columns={COLUMNS} word={(column) => t(`column.${column}`)} isHeardOnPhones />
        <tbody>
          {systems.map((system) => (
            <SystemRow key={system.id} system={system} t={t} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SystemRow({ system, t }: { system: System; t: ServerWords }) {
  const href = routes.system(system.id);
  const families = [...system.engine_families, ...system.hosts].map((id) => findSystem(id)?.name ?? id);
  return (
    <tr>
      <td>
        <Link href={href} prefetch={false}>
          {system.name}
        </Link>
      </td>
      <td data-label={t("column.kind")}>{t(`kind.${system.kind}`)}</td>
      <td data-label={t("column.family")}>{families.join(", ")}</td>
      <td data-label={t("column.licence")}>{system.licence.id}</td>
      <td data-label={t("column.strongest")}>{t(`ladder.${system.consistency.strongest.ladder}`)}</td>
      <td data-label={t("column.default")}>{t(`ladder.${system.consistency.default.ladder}`)}</td>
      <td data-label={t("column.confidence")}>{t(`confidence.${system.confidence}`)}</td>
      <td data-label={t("column.sources")} className={classes.nowrap}>
        <Link href={`${href}#sources`} prefetch={false}>
          {t("sources", { n: system.sources.length })}
        </Link>
      </td>
    </tr>
  );
}
