import { RevisitScreen } from "@/components/revisit/revisit-screen";
import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { loadWorksheetView } from "@/lib/server/pages";

export default async function RevisitPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  return (
    <PageMessages namespaces={["revisit", "designs", "fields"]}>
      <HydrateWorksheet view={view}>
        <WorksheetShell id={id} current="revisit">
          <RevisitScreen worksheetId={id} />
        </WorksheetShell>
      </HydrateWorksheet>
    </PageMessages>
  );
}
