import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { SettingsScreen } from "@/components/worksheet/settings-screen";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { loadWorksheetView } from "@/lib/server/pages";

export default async function SettingsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  return (
    <PageMessages namespaces={["answers", "fields", "keeping", "space"]}>
      <HydrateWorksheet view={view}>
        <WorksheetShell id={id} current="settings">
          <SettingsScreen id={id} />
        </WorksheetShell>
      </HydrateWorksheet>
    </PageMessages>
  );
}
