"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { DifferencesScreen } from "@/components/differences/differences-screen";
import { ReadingWayOn } from "@/components/differences/reading-way-on";
import { useBoardView } from "@/components/differences/view-switch";
import { NotRevealed } from "@/components/shortlist/not-revealed";
import { BottomBar } from "@/components/ui/bottom-bar";
import { Column } from "@/components/ui/column";
import { RevealPanel } from "@/components/worksheet/reveal-panel";
import { UndoToast } from "@/components/workshop/undo-toast";
import { useSavePosition } from "@/lib/client/positions/mutations";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { undoOffer } from "@/lib/client/workshop/undo";
import { questionIdSchema } from "@/lib/domain/answers/schema";
import type { PositionView, WorksheetView } from "@/lib/domain/worksheet/schema";
import { READING } from "@/lib/domain/workshop/pointer";
import { routes } from "@/lib/routes";
import classes from "./differences-panel.module.css";

type Props = { id: string; familyNames: Readonly<Record<string, string>> };

/** Before the reveal who is still missing, after it where the team differs; positions go straight to the server. */
export function DifferencesPanel({ id, familyNames }: Props) {
  const t = useTranslations("shortlist.wayOn");
  const view = useWorksheet(id);
  const save = useSavePosition(id);
  const act = useWorkshopAct(id);
  const words = useTranslations();
  const offerUndo = ({ field, before, version }: { field: string; before: PositionView | undefined; version: number }) =>
    undoOffer.set({
      text: words("workshop.undo.recorded", { field: words(`fields.${field}.label`) }),
      undo: () => {
        if (before === undefined) return act.mutate({ method: "DELETE", path: `positions/${field}` });
        const { value, low, high, reached, reason } = before;
        return save.mutate({ field, draft: { value, low, high, reached, reason, baseVersion: version } });
      },
    });
  const isReading = useBoardView()[0] === READING;
  const hasSome = Object.values(view.questions).some(({ state }) => state === "revealed");
  if (!hasSome) {
    return (
      <Column>
        <NotRevealed view={view} subject="differences" />
        {view.you.role === "facilitator" && <RevealPanel worksheet={view} />}
      </Column>
    );
  }
  // Question by question the next reveal waits below what is being read.
  const nextReveal =
    !view.isRevealed && view.you.role === "facilitator" ? (
      <div className={classes.reveal}>
        <RevealPanel worksheet={view} />
      </div>
    ) : null;
  return (
    <>
      <Column width="wide">
        {isReading ? null : nextReveal}
        <DifferencesScreen
          view={revealedOf(view)}
          familyNames={familyNames}
          onSavePosition={async (field, draft) => {
            const before = view.positions.find((position) => position.field === field);
            const saved = await save.mutateAsync({ field, draft });
            offerUndo({ field, before, version: saved.version });
          }}
          savingField={save.isPending ? save.variables.field : null}
        />
        {isReading ? nextReveal : null}
      </Column>
      <UndoToast />
      <BottomBar>
        {isReading ? (
          <ReadingWayOn worksheetId={id} role={view.you.role} />
        ) : (
          <Button component={Link} href={routes.shortlist(id)}>
            {t("shortlist")}
          </Button>
        )}
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
