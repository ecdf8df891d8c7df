import { notFound } from "next/navigation";
import { ImportedScreen } from "@/components/log/imported-screen";
import { SiteFooter } from "@/components/site/site-footer";
import { PageMessages } from "@/components/ui/page-messages";
import { AppError } from "@/lib/domain/errors";
import { readImported } from "@/lib/server/log/reads";
import { listOwnDecisions } from "@/lib/server/log/replaced";
import { pageSpace } from "@/lib/server/pages";
import { readSpace } from "@/lib/server/spaces/reads";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

export default async function ImportedPage({ params }: { params: Promise<{ id: string; entryId: string }> }) {
  const { id, entryId } = await params;
  const access = await pageSpace(id);
  if (!UUID.test(entryId)) notFound();
  const record = await readImported(access, entryId).catch((error: unknown) => {
    if (error instanceof AppError) notFound();
    throw error;
  });
  return (
    <PageMessages namespaces={["space", "log"]}>
      <ImportedScreen space={await readSpace(access)} record={record} own={await listOwnDecisions(access)} />
      <SiteFooter />
    </PageMessages>
  );
}
