import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { OperationSection } from "@/components/api-docs/operation-section";
import { SetUp } from "@/components/api-docs/set-up";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { Column } from "@/components/ui/column";
import { PageMessages } from "@/components/ui/page-messages";
import { routes } from "@/lib/routes";
import { readOperations } from "@/lib/server/api/read-operations";
import { requestLocale } from "@/messages/request-locale";
import { serverWords } from "@/messages/server-words";

type Props = { params: Promise<{ group: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { group } = await params;
  const tag = (await readOperations()).groups.find(({ slug }) => slug === group)?.tag;
  const t = await serverWords("api");
  return { title: tag === undefined ? t("title") : `${t("title")}: ${tag}`, robots: { index: true, follow: true } };
}

export default async function ApiGroupPage({ params }: Props) {
  const asked = (await params).group;
  const { origin, groups } = await readOperations();
  const group = groups.find(({ slug }) => slug === asked);
  if (group === undefined) notFound();
  const t = await serverWords("api");
  return (
    <PageMessages namespaces={["api"]}>
      <SiteHeader home={(await serverWords("catalogue"))("home")} />
      <main id="main">
        <Column width="wide">
          <p className="small">
            <Link href={routes.api()} prefetch={false}>
              {t("all")}
            </Link>
          </p>
          <h1 className="find">{t("groupFinding", { tag: group.tag, count: group.operations.length })}</h1>
          <SetUp origin={origin} isForeign={(await requestLocale()) !== "en"} t={t} />
          {group.operations.map((operation) => (
            <OperationSection key={operation.id} operation={operation} t={t} />
          ))}
        </Column>
      </main>
      <SiteFooter />
    </PageMessages>
  );
}
