import { notFound } from "next/navigation";
import { PageMessages } from "@/components/ui/page-messages";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { questionIdSchema } from "@/lib/domain/answers/schema";
import { EXPERIENCE_FAMILIES } from "@/lib/domain/catalogue/catalogue";
import { loadWorksheetView } from "@/lib/server/pages";
import { StepScreen } from "./_components/step-screen";

type Props = { params: Promise<{ id: string; question: string }> };

export default async function StepPage({ params }: Props) {
  const { id, question: asked } = await params;
  const question = questionIdSchema.safeParse(asked).data;
  if (!question) notFound();
  const view = await loadWorksheetView(id);
  return (
    <PageMessages namespaces={view.template === null ? ["fields", "answers"] : ["fields", "answers", "templates"]}>
      <HydrateWorksheet view={view}>
        {/* Engines are named in the experience grid only, so no other question carries the list. */}
        <StepScreen id={id} question={question} families={question === "ops" ? EXPERIENCE_FAMILIES : []} />
      </HydrateWorksheet>
    </PageMessages>
  );
}
