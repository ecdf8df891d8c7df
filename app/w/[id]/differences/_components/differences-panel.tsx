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
import { routes } from "@/lib/routes";

type Props = { id: string; familyNames: Readonly<Record<string, string>> };

/** Before the reveal who is still missing, after it where the team differs; positions go straight to the server. */
export function DifferencesPanel({ id, familyNames }: Props) {
  const t = useTranslations("shortlist.wayOn");
  const view = useWorksheet(id);
  const save = useSavePosition(id);
  if (!view.isRevealed) {
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
        <DifferencesScreen
          view={view}
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
