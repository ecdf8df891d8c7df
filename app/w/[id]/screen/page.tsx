import { PageMessages } from "@/components/ui/page-messages";
import { BigScreenPage } from "@/components/workshop/big-screen-page";
import { loadWorksheetView } from "@/lib/server/pages";

export default async function ScreenPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  // Only proves access and who facilitates: what is shown comes from a seat that nobody holds.
  const view = await loadWorksheetView(id);
  return (
    <PageMessages namespaces={["converge", "differences", "fields"]}>
      <BigScreenPage id={id} canMakeCode={view.you.role === "facilitator"} />
    </PageMessages>
  );
}
