import type { Metadata } from "next";
import classes from "@/components/api-docs/api-docs.module.css";
import { Command } from "@/components/api-docs/command";
import { OperationSearch } from "@/components/api-docs/operation-search";
import { SetUp } from "@/components/api-docs/set-up";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { Column } from "@/components/ui/column";
import { PageMessages } from "@/components/ui/page-messages";
import { files } from "@/lib/routes";
import { readOperations } from "@/lib/server/api/read-operations";
import { requestLocale } from "@/messages/request-locale";
import { serverWords } from "@/messages/server-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await serverWords("api"))("title"), robots: { index: true, follow: true } };
}

const FIRST = `curl -X POST "$SHORTLIST/api/v1/evaluate" \\
  -H 'Content-Type: application/json' \\
  -d '{"answers": {"workload": {"primary": "relational", "joins_needed": "yes"}}}'`;
const START = `curl -X POST "$SHORTLIST/api/v1/worksheets" \\
  -H 'Content-Type: application/json' \\
  -d '{"title": "Which database stores the orders?", "yourName": "Ada"}'`;

export default async function ApiPage() {
  const t = await serverWords("api");
  const { origin, groups } = await readOperations();
  const count = groups.reduce((sum, { operations }) => sum + operations.length, 0);
  const lean = groups.map(({ tag, slug, operations }) => ({
    tag,
    slug,
    operations: operations.map(({ id, method, path, summary }) => ({ id, method, path, summary })),
  }));
  return (
    <PageMessages namespaces={["api"]}>
      <SiteHeader home={(await serverWords("catalogue"))("home")} />
      <main id="main">
        <Column width="wide">
          <h1 className="find">{t("finding", { count })}</h1>
          <p className={classes.lead}>{t("intro")}</p>
          <p>
            <a href={files.openApi()}>{t("document")}</a>
          </p>
          <section className={classes.section}>
            <h2>{t("first")}</h2>
            <SetUp origin={origin} isForeign={(await requestLocale()) !== "en"} t={t} />
            <p>{t("firstText")}</p>
            <Command text={FIRST} label={t("first")} />
            <p>{t("startText")}</p>
            <Command text={START} label={t("first")} />
          </section>
          {(["auth", "writes", "errors"] as const).map((part) => (
            <section key={part} className={classes.section}>
              <h2>{t(part)}</h2>
              <p className={classes.text}>{t(`${part}Text`)}</p>
            </section>
          ))}
          <section className={classes.section}>
            <h2>{t("groups")}</h2>
            <OperationSearch groups={lean} />
          </section>
        </Column>
      </main>
      <SiteFooter />
    </PageMessages>
  );
}
