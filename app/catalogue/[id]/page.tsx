import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SystemPage } from "@/components/catalogue/system-page";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { Column } from "@/components/ui/column";
import { findSystem } from "@/lib/domain/catalogue/catalogue";
import { requestLocale } from "@/messages/request-locale";
import { serverWords } from "@/messages/server-words";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findSystem((await params).id)?.name, robots: { index: true, follow: true } };
}

export default async function SystemDetailPage({ params }: Props) {
  const system = findSystem((await params).id);
  if (system === undefined) notFound();
  const t = await serverWords("catalogue");
  return (
    <>
      <SiteHeader home={t("home")} />
      <main id="main">
        <Column width="wide">
          <SystemPage system={system} t={t} isForeign={(await requestLocale()) !== "en"} />
        </Column>
      </main>
      <SiteFooter />
    </>
  );
}
