import { SignScreen } from "@/components/sign-off/sign-screen";
import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { loadWorksheetView } from "@/lib/server/pages";

export default async function SignPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  return (
    <PageMessages namespaces={["sign", "designs", "fields", "keeping"]}>
      <HydrateWorksheet view={view}>
        <WorksheetShell id={id} current="sign">
          <SignScreen worksheetId={id} />
        </WorksheetShell>
      </HydrateWorksheet>
    </PageMessages>
  );
}
