import { redirect } from "next/navigation";
import { LogImportScreen } from "@/components/log/import-screen";
import { SiteFooter } from "@/components/site/site-footer";
import { PageMessages } from "@/components/ui/page-messages";
import { routes } from "@/lib/routes";
import { pageSpace } from "@/lib/server/pages";
import { readSpace } from "@/lib/server/spaces/reads";

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const space = await readSpace(await pageSpace((await params).id));
  if (space.you.role === "observer") redirect(routes.space(space.id));
  return (
    <PageMessages namespaces={["space", "log", "adrImport"]}>
      <LogImportScreen space={space} />
      <SiteFooter />
    </PageMessages>
  );
}
