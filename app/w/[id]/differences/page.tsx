import { HydrateDifferences } from "@/components/differences/hydrate-differences";
import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { EXPERIENCE_FAMILIES } from "@/lib/domain/catalogue/catalogue";
import { loadKnownDifferences } from "@/lib/server/impact/page";
import { loadWorksheetView } from "@/lib/server/pages";
import { DifferencesPanel } from "./_components/differences-panel";

export default async function DifferencesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  const known = view.isRevealed ? await loadKnownDifferences(id) : { impact: null, worth: null };
  // Before the reveal engines are named nowhere but in the experience grid.
  const familyNames = view.isRevealed ? Object.fromEntries(EXPERIENCE_FAMILIES.map((family) => [family.id, family.name])) : {};
  return (
    <PageMessages namespaces={["differences", "shortlist", "fields", "converge", "answers"]}>
      <HydrateWorksheet view={view}>
        <HydrateDifferences view={view} {...known}>
          <WorksheetShell id={id} current="differences">
            <DifferencesPanel id={id} familyNames={familyNames} />
          </WorksheetShell>
        </HydrateDifferences>
      </HydrateWorksheet>
    </PageMessages>
  );
}
