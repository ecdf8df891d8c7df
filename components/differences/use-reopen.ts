import { useTranslations } from "use-intl";
import { useSavePosition } from "@/lib/client/positions/mutations";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { undoOffer } from "@/lib/client/workshop/undo";
import type { PositionView } from "@/lib/domain/worksheet/schema";

/** Takes a recorded answer back, so that the team's proposal counts again; for ten seconds it can be put back as it was. */
export function useReopen(
  worksheetId: string,
  name: string,
): { reopen: (position: PositionView) => void; isPending: boolean; error: Error | null } {
  const t = useTranslations("workshop.undo");
  const act = useWorkshopAct(worksheetId);
  const save = useSavePosition(worksheetId);
  const reopen = ({ field, value, low, high, reached, reason }: PositionView) =>
    // Not a callback of mutate(): that is dropped when the card moves to another shelf before the reply.
    void act.mutateAsync({ method: "DELETE", path: `positions/${field}` }).then(
      () =>
        undoOffer.set({
          text: t("reopened", { field: name }),
          undo: () => save.mutate({ field, draft: { value, low, high, reached, reason, baseVersion: 0 } }),
        }),
      () => undefined,
    );
  return { reopen, isPending: act.isPending, error: act.error };
}
