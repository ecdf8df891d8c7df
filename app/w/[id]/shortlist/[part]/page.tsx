import { notFound } from "next/navigation";
import { ShortlistScreen } from "@/components/shortlist/shortlist-screen";
import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { EXPERIENCE_FAMILIES } from "@/lib/domain/catalogue/catalogue";
import { loadWorksheetView } from "@/lib/server/pages";
import { SHORTLIST_PARTS } from "@/lib/shortlist-routes";

type Props = { params: Promise<{ id: string; part: string }> };

export default async function ShortlistPartPage({ params }: Props) {
  const { id, part: asked } = await params;
  const part = SHORTLIST_PARTS.find((one) => one === asked && one !== "list");
  if (part === undefined) notFound();
  const view = await loadWorksheetView(id);
  return (
    <PageMessages
      namespaces={["shortlist", "candidates", "catalogue", "answers", "fields", "converge", "costing", "designs"]}
      worded={["rules"]}
    >
      <HydrateWorksheet view={view}>
        <WorksheetShell id={id} current="shortlist">
          <ShortlistScreen worksheetId={id} part={part} families={EXPERIENCE_FAMILIES} />
        </WorksheetShell>
      </HydrateWorksheet>
    </PageMessages>
  );
}
