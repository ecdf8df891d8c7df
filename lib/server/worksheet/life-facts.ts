import "server-only";
import type { WorksheetState } from "@/lib/domain/worksheet/projection";
import type { Tx } from "../db/client";
import { openFirings } from "../triggers/due";

/** What became of a record after its acceptance: called deprecated, replaced by others, due for another look. */
export async function lifeFacts(
  tx: Tx,
  { worksheetId, n }: { worksheetId: string; n: number },
): Promise<NonNullable<WorksheetState["life"]>> {
  const act = await tx.statusAct.findFirst({ where: { worksheetId, n }, orderBy: { at: "desc" }, select: { status: true } });
  const replacedBy = await tx.supersession.findMany({
    where: { replacesId: worksheetId },
    select: { isPartial: true, worksheet: { select: { revisions: LATEST_NUMBERED } } },
  });
  return {
    isDeprecated: act?.status === "deprecated",
    isDue: (await openFirings({ worksheetId, n }, tx)).length > 0,
    replacements: replacedBy.map(({ isPartial, worksheet }) => ({
      isPartial,
      isAccepted: worksheet.revisions[0]?.status === "accepted",
    })),
  };
}

const LATEST_NUMBERED = { where: { number: { not: null } }, orderBy: { n: "desc" }, take: 1, select: { status: true } } as const;
