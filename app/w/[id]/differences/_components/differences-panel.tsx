"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { DifferencesScreen } from "@/components/differences/differences-screen";
import { NotRevealed } from "@/components/shortlist/not-revealed";
import { BottomBar } from "@/components/ui/bottom-bar";
import { Column } from "@/components/ui/column";
import { RevealPanel } from "@/components/worksheet/reveal-panel";
import { useSavePosition } from "@/lib/client/positions/mutations";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { questionIdSchema } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";

type Props = { id: string; familyNames: Readonly<Record<string, string>> };

/** Before the reveal who is still missing, after it where the team differs; positions go straight to the server. */
export function DifferencesPanel({ id, familyNames }: Props) {
  const t = useTranslations("shortlist.wayOn");
  const view = useWorksheet(id);
  const save = useSavePosition(id);
  const hasSome = Object.values(view.questions).some(({ state }) => state === "revealed");
  if (!hasSome) {
    return (
      <Column>
        <NotRevealed view={view} subject="differences" />
        {view.you.role === "facilitator" && <RevealPanel worksheet={view} />}
      </Column>
    );
  }
  return (
    <>
      <Column width="wide">
        {!view.isRevealed && view.you.role === "facilitator" && <RevealPanel worksheet={view} />}
        <DifferencesScreen
          view={revealedOf(view)}
          familyNames={familyNames}
          onSavePosition={(field, draft) => save.mutateAsync({ field, draft })}
          savingField={save.isPending ? save.variables.field : null}
        />
      </Column>
      <BottomBar>
        <Button component={Link} href={routes.shortlist(id)}>
          {t("shortlist")}
        </Button>
      </BottomBar>
    </>
  );
}

/** Step by step: what is not revealed yet is nobody's difference, one's own hidden answers included. */
function revealedOf(view: WorksheetView): WorksheetView {
  const isShown = ({ field }: { field: string }) => {
    const question = questionIdSchema.safeParse(field.split(".")[0]);
    return question.success && view.questions[question.data].state === "revealed";
  };
  return view.isRevealed ? view : { ...view, answers: view.answers.filter(isShown) };
}
