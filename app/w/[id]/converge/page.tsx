import { ConvergeScreen } from "@/components/converge/converge-screen";
import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { loadWorksheetView } from "@/lib/server/pages";

export default async function ConvergePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  return (
    <PageMessages namespaces={["converge"]}>
      <HydrateWorksheet view={view}>
        <WorksheetShell id={id} current="converge">
          <ConvergeScreen id={id} />
        </WorksheetShell>
      </HydrateWorksheet>
    </PageMessages>
  );
}
