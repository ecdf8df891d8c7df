import { PageMessages } from "@/components/ui/page-messages";
import { WebhooksScreen } from "@/components/webhooks/webhooks-screen";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { loadWorksheetView } from "@/lib/server/pages";

export default async function WebhooksPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  return (
    <PageMessages namespaces={["webhooks"]}>
      <HydrateWorksheet view={view}>
        <WorksheetShell id={id} current="settings">
          <WebhooksScreen id={id} />
        </WorksheetShell>
      </HydrateWorksheet>
    </PageMessages>
  );
}
