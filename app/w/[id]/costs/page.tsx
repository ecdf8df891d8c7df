import { HydrateCosts } from "@/components/costs/hydrate-costs";
import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { CATALOGUE } from "@/lib/domain/catalogue/catalogue";
import { loadWorksheetCosts } from "@/lib/server/costs/page";
import { loadWorksheetView } from "@/lib/server/pages";
import { CostsPanel } from "./_components/costs-panel";

export default async function CostsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  const costs = view.isRevealed ? await loadWorksheetCosts(id) : null;
  const wanted = new Set(costs?.candidates.map(({ candidate }) => candidate));
  const systems = CATALOGUE.systems.filter((system) => wanted.has(system.id));
  return (
    <PageMessages namespaces={["costs", "costing", "costsheet", "designs", "shortlist", "fields"]}>
      <HydrateWorksheet view={view}>
        <HydrateCosts id={id} costs={costs}>
          <WorksheetShell id={id} current="costs">
            <CostsPanel id={id} systemNames={Object.fromEntries(systems.map((system) => [system.id, system.name]))} />
          </WorksheetShell>
        </HydrateCosts>
      </HydrateWorksheet>
    </PageMessages>
  );
}
