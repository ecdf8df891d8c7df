import "server-only";
import type { Desk } from "@/lib/domain/decision/desk";
import { AppError } from "@/lib/domain/errors";
import { requireRole, type WorksheetAccess } from "../access";
import { db } from "../db/client";
import { readWorksheet } from "../worksheet/reads";
import { listLocks } from "./locks";
import { listMarks } from "./marks";
import { readLife } from "./read-life";

/** What stands beside the texts of the decision. Marks quote the results, so nobody sees them before the reveal. */
export async function readDesk(access: WorksheetAccess): Promise<Desk> {
  requireRole(access, "facilitator", "member", "observer");
  if (!(await readWorksheet(access)).isRevealed) throw new AppError("not_revealed", "Reveal the answers of all five questions first.");
  const { worksheetId } = access;
  const [marks, locks, life] = await Promise.all([listMarks(db(), worksheetId), listLocks(worksheetId), readLife(worksheetId)]);
  return { marks, locks, life };
}
