import type { Metadata } from "next";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { Column } from "@/components/ui/column";
import { PageMessages } from "@/components/ui/page-messages";
import classes from "@/components/verify/verify.module.css";
import { VerifyScreen } from "@/components/verify/verify-screen";
import { files } from "@/lib/routes";
import { readSealFacts } from "@/lib/server/verify/seal-facts";
import { requestLocale } from "@/messages/request-locale";
import { serverWords } from "@/messages/server-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await serverWords("verify-page"))("pageTitle"), robots: { index: true, follow: true } };
}

export default async function VerifyPage() {
  const { roots, verifierSha256 } = await readSealFacts();
  const t = await serverWords("verify-page");
  const days = new Intl.DateTimeFormat(await requestLocale(), { dateStyle: "long", timeZone: "UTC" });
  const day = (iso: string) => days.format(new Date(iso));
  return (
    <PageMessages namespaces={["verify-page"]}>
      <SiteHeader home={t("home")} />
      <main id="main">
        <Column>
          <h1 className="find">{t("heading")}</h1>
          <p className={classes.note}>{t("intro")}</p>
          <div className={classes.result}>
            <VerifyScreen />
          </div>
          <section className={classes.section}>
            <h2>{t("offline.heading")}</h2>
            <p>{t("offline.text")}</p>
            {verifierSha256 === null ? (
              <p>{t("offline.missing")}</p>
            ) : (
              <>
                <p className={classes.hash}>
                  {t("offline.sha256")} <code>{verifierSha256}</code>
                </p>
                <p className={classes.links}>
                  <a href={files.offlineVerifier()} download>
                    {t("offline.download")}
                  </a>
                </p>
              </>
            )}
          </section>
          <section className={classes.section}>
            <h2>{t("roots.heading")}</h2>
            <p>{t("roots.text")}</p>
            {roots.map(({ fingerprint, from, to }) => (
              <p key={fingerprint} className={classes.hash}>
                {to === null ? t("roots.current", { at: day(from) }) : t("roots.retired", { from: day(from), to: day(to) })}{" "}
                <code>{fingerprint}</code>
              </p>
            ))}
            <p className={classes.links}>
              <a href={files.rootCertificate()}>{t("roots.download")}</a>
            </p>
          </section>
        </Column>
      </main>
      <SiteFooter />
    </PageMessages>
  );
}
