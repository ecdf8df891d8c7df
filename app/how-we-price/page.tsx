import type { Metadata } from "next";
import { CaseTable, ClaimTable } from "@/components/pricing/case-table";
import { FORMULAS } from "@/components/pricing/formulas";
import { PriceBookTable } from "@/components/pricing/price-book-table";
import classes from "@/components/pricing/pricing.module.css";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { Column } from "@/components/ui/column";
import { checkCostCases, checkGuideClaims } from "@/lib/domain/costs/cost-cases";
import { listPrices, PRICE_BOOK_VERSION } from "@/lib/domain/prices/price-book";
import { files } from "@/lib/routes";
import { requestLocale } from "@/messages/request-locale";
import { serverWords } from "@/messages/server-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await serverWords("pricing"))("title"), robots: { index: true, follow: true } };
}

export default async function HowWePricePage() {
  const [t, locale] = [await serverWords("pricing"), await requestLocale()];
  const prices = listPrices();
  const cases = checkCostCases();
  const claims = checkGuideClaims();
  const agree = cases.filter(({ verdict }) => verdict === "right").length;
  const right = claims.filter(({ verdict }) => verdict === "right").length;
  const sources = new Set(prices.map(({ source }) => source)).size;
  return (
    <>
      <SiteHeader home={(await serverWords("catalogue"))("home")} />
      <main id="main">
        <Column width="wide">
          <h1 className={`find ${classes.find}`}>{t("finding", { prices: prices.length, sources })}</h1>
          <p className={classes.text}>{t("statement")}</p>
          <section className={classes.section}>
            <h2>{t("formulasTitle")}</h2>
            <dl className={classes.formulas}>
              {FORMULAS.map((id) => (
                <div key={id} className={classes.formula}>
                  <dt>{t(`formulas.${id}.name`)}</dt>
                  <dd>
                    <p>{t(`formulas.${id}.words`)}</p>
                    <p className={classes.math}>{t(`formulas.${id}.math`)}</p>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <section className={classes.section}>
            <h2>{t("unknownTitle")}</h2>
            <p className={classes.text}>{t("unknownText")}</p>
          </section>
          <section className={classes.section}>
            <h2>{t("casesTitle")}</h2>
            <p className={classes.text}>{t("casesText", { count: cases.length, agree, wrong: cases.length - agree })}</p>
            <CaseTable cases={cases} t={t} locale={locale} />
          </section>
          <section className={classes.section}>
            <h2>{t("claimsTitle")}</h2>
            <p className={classes.text}>{t("claimsText", { count: claims.length, right })}</p>
            <ClaimTable claims={claims} t={t} />
          </section>
          <section className={classes.section}>
            <h2>{t("bookTitle")}</h2>
            <p className={classes.text}>{t("bookText", { version: PRICE_BOOK_VERSION })}</p>
            <p className={classes.text}>
              <a href={files.prices()}>{t("json")}</a>
            </p>
            <PriceBookTable prices={prices} t={t} locale={locale} />
          </section>
        </Column>
      </main>
      <SiteFooter />
    </>
  );
}
