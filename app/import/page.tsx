import type { Metadata } from "next";
import { createTranslator } from "use-intl/core";
import { ImportScreen } from "@/components/adr-import/import-screen";
import { PageMessages } from "@/components/ui/page-messages";
import { DEFAULT_LOCALE, loadMessages } from "@/messages/load";

export async function generateMetadata(): Promise<Metadata> {
  const t = createTranslator({ locale: DEFAULT_LOCALE, messages: await loadMessages(["adrImport"]), namespace: "adrImport" });
  return { title: t("title") };
}

export default function ImportPage() {
  return (
    <PageMessages namespaces={["adrImport"]}>
      <ImportScreen />
    </PageMessages>
  );
}
