import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { CATALOGUE } from "@/lib/domain/catalogue/catalogue";
import { loadWorksheetView } from "@/lib/server/pages";
import { CostsPanel } from "./_components/costs-panel";

export default async function CostsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  const systemNames = view.isRevealed ? Object.fromEntries(CATALOGUE.systems.map((system) => [system.id, system.name])) : {};
  return (
    <PageMessages namespaces={["costs", "shortlist", "fields"]}>
      <HydrateWorksheet view={view}>
        <WorksheetShell id={id} current="costs">
          <CostsPanel id={id} systemNames={systemNames} />
        </WorksheetShell>
      </HydrateWorksheet>
    </PageMessages>
  );
}
