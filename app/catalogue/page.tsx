import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import classes from "@/components/catalogue/catalogue.module.css";
import { CatalogueTable } from "@/components/catalogue/catalogue-table";
import { searchCatalogue } from "@/components/catalogue/search-catalogue";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { Column } from "@/components/ui/column";
import { CATALOGUE } from "@/lib/domain/catalogue/catalogue";
import { routes } from "@/lib/routes";
import { serverWords } from "@/messages/server-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await serverWords("catalogue"))("title"), robots: { index: true, follow: true } };
}

export default async function CataloguePage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { q } = await searchParams;
  const query = typeof q === "string" ? q.trim() : "";
  const t = await serverWords("catalogue");
  const found = searchCatalogue(CATALOGUE.systems, query);
  return (
    <>
      <SiteHeader home={t("home")} />
      <main id="main">
        <Column width="wide">
          <h1 className={`find ${classes.find}`}>
            {t.rich("finding", { n: CATALOGUE.systems.length, b: (chunks: ReactNode) => <b>{chunks}</b> })}
          </h1>
          <p className={classes.intro}>
            {t("intro", { asOf: CATALOGUE.facts_as_of })} <Link href={routes.neutrality()}>{t("neutrality")}</Link>
          </p>
          <form className={classes.search} action={routes.catalogue()}>
            <label>
              {t("search")}
              <input className={classes.input} type="search" name="q" defaultValue={query} aria-describedby="search-hint" />
            </label>
            <button className={classes.button} type="submit">
              {t("submit")}
            </button>
            {query !== "" && <Link href={routes.catalogue()}>{t("clear")}</Link>}
          </form>
          <p id="search-hint" className="small">
            {query === "" ? t("searchHint") : t("found", { n: found.length, q: query })}
          </p>
          {found.length > 0 && <CatalogueTable systems={found} t={t} />}
        </Column>
      </main>
      <SiteFooter />
    </>
  );
}
