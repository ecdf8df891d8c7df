import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { LobbyScreen } from "@/components/worksheet/lobby-screen";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { loadWorksheetView } from "@/lib/server/pages";

export default async function LobbyPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  return (
    <PageMessages
      namespaces={["fields", "keeping", ...(view.template === null ? [] : ["templates"]), ...(view.space === null ? [] : ["space"])]}
    >
      <HydrateWorksheet view={view}>
        <WorksheetShell id={id} current="lobby">
          <LobbyScreen id={id} />
        </WorksheetShell>
      </HydrateWorksheet>
    </PageMessages>
  );
}
