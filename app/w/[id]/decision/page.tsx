import { DecisionScreen } from "@/components/decision/decision-screen";
import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { loadWorksheetView } from "@/lib/server/pages";

export default async function DecisionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  return (
    // The preview words the record in the browser, so it needs the document's own words too.
    <PageMessages
      namespaces={["decision", "sign", "shortlist", "fields"]}
      worded={["adr", "costs", "designs", "fields", "rules"]}
      documentLocale={view.language}
    >
      <HydrateWorksheet view={view}>
        <WorksheetShell id={id} current="decision">
          <DecisionScreen worksheetId={id} />
        </WorksheetShell>
      </HydrateWorksheet>
    </PageMessages>
  );
}
