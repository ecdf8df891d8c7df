import { ShortlistScreen } from "@/components/shortlist/shortlist-screen";
import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { EXPERIENCE_FAMILIES } from "@/lib/domain/catalogue/catalogue";
import { loadShortlistHead } from "@/lib/server/candidates/page";
import { loadWorksheetView } from "@/lib/server/pages";

export default async function ShortlistPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  const head = await loadShortlistHead(view);
  return (
    <PageMessages namespaces={["shortlist", "candidates", "fields", "converge"]} worded={["rules"]}>
      <HydrateWorksheet view={view}>
        <WorksheetShell id={id} current="shortlist">
          <ShortlistScreen worksheetId={id} part="list" families={EXPERIENCE_FAMILIES} head={head} />
        </WorksheetShell>
      </HydrateWorksheet>
    </PageMessages>
  );
}
