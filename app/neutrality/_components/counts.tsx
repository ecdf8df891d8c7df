import Link from "next/link";
import type { ReactNode } from "react";
import classes from "@/components/neutrality/neutrality.module.css";
import { percentOf } from "@/components/neutrality/percent-of";
import { SystemTable } from "@/components/neutrality/system-table";
import { VendorTable } from "@/components/neutrality/vendor-table";
import { files, routes } from "@/lib/routes";
import { readNeutrality } from "@/lib/server/neutrality/read-neutrality";
import type { ServerWords } from "@/messages/server-words";

/** What the counting found; comes when it is done, which takes seconds the first time. */
export async function Counts({ t }: { t: ServerWords }) {
  const { points, empty, axes, systems, vendors, versions } = await readNeutrality();
  const shapes = axes.find(({ id }) => id === "shape")?.choices.length ?? 0;
  const byDefault = systems.reduce((sum, row) => sum + row.firstByDefault, 0);
  const [most] = systems;
  return (
    <>
      <h1 className={`find ${classes.find}`}>
        {t.rich("finding", {
          name: most?.name ?? "",
          pct: percentOf(most?.listedShare ?? 0),
          b: (chunks: ReactNode) => <b>{chunks}</b>,
        })}
      </h1>
      <p className={classes.text}>{t("statement")}</p>
      <p className={classes.text}>{t("how", { points, empty, shapes })}</p>
      <p className={classes.text}>{t("default", { n: byDefault, points })}</p>
      <p className={`small ${classes.links}`}>
        <span>{t("versions", { catalogue: versions.catalogue, rules: versions.rules })}</span>
        <a href={files.neutralityCsv()}>{t("csv")}</a>
        <Link href={routes.catalogue()} prefetch={false}>
          {t("catalogue")}
        </Link>
      </p>
      <section className={classes.section}>
        <h2>{t("vendors")}</h2>
        <VendorTable rows={vendors} t={t} />
      </section>
      <section className={classes.section}>
        <h2>{t("systems")}</h2>
        <SystemTable rows={systems} t={t} />
      </section>
    </>
  );
}
