import type { Metadata } from "next";
import { ImportScreen } from "@/components/adr-import/import-screen";
import { ImportWorksheet } from "@/components/keeping/import-worksheet";
import { SiteFooter } from "@/components/site/site-footer";
import { PageMessages } from "@/components/ui/page-messages";
import { serverWords } from "@/messages/server-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await serverWords("adrImport"))("title") };
}

export default function ImportPage() {
  return (
    <PageMessages namespaces={["adrImport", "keeping"]}>
      <ImportScreen />
      <ImportWorksheet />
      <SiteFooter />
    </PageMessages>
  );
}
