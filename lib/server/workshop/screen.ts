import "server-only";
import { AppError } from "@/lib/domain/errors";
import { projectWorksheet } from "@/lib/domain/worksheet/projection";
import { projectWorkshop } from "@/lib/domain/workshop/projection";
import type { ScreenView } from "@/lib/domain/workshop/screen";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { loadState } from "../worksheet/reads";
import { loadWorkshop } from "./reads";

/** A seat that nobody holds: what everybody may see and nothing that is anybody's own. */
const NOBODY = { memberId: "", role: "observer", sealedBefore: null } as const;

/** The projector's view. Whoever opens it, it shows what an observer without a seat would see. */
export async function readScreen(access: WorksheetAccess): Promise<ScreenView> {
  requireRole(access, "facilitator", "member", "observer");
  const [worksheet, state] = await Promise.all([loadState(access.worksheetId), loadWorkshop(access.worksheetId)]);
  // Somebody who answers blind must not read on the projector what their own seat hides.
  if (worksheet.blind.includes(access.memberId)) throw new AppError("not_revealed", "Finish your own answers first.");
  const at = now().getTime();
  return {
    worksheet: projectWorksheet(worksheet, NOBODY, at),
    workshop: projectWorkshop({ state, worksheet, viewer: NOBODY, now: at }),
  };
}
