import "server-only";
import { rerunDifference } from "@/lib/domain/engine/rerun";
import type { Rerun } from "@/lib/domain/engine/rerun-schema";
import { AppError } from "@/lib/domain/errors";
import { requireRole, type WorksheetAccess } from "../access";
import { db } from "../db/client";
import { readRevision } from "./reads";

/** The accepted decision asked again with today's facts and rules. Reads only; what was decided stays as it is. */
export async function readRerun(access: WorksheetAccess): Promise<Rerun> {
  requireRole(access, "facilitator", "member", "observer");
  const accepted = await db().revision.findFirst({
    where: { worksheetId: access.worksheetId, status: "accepted" },
    orderBy: { n: "desc" },
    select: { n: true },
  });
  if (accepted === null) throw new AppError("illegal_transition", "Nothing was accepted yet.");
  const { record } = await readRevision(access, accepted.n);
  const rerun = rerunDifference(record);
  if (rerun === null) throw new AppError("illegal_transition", "Today's engine can no longer be asked what this record asked.");
  return rerun;
}
