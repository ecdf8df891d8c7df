import "server-only";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { writeWorksheet } from "../worksheet/transaction";

/** Puts a worksheet away, or takes it out again. Everything stays readable and nothing is refused because of it. */
export async function archiveWorksheet(access: WorksheetAccess, input: { opId: string; archived: boolean }) {
  requireRole(access, "facilitator");
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["frame"],
    run: async (tx) => {
      await tx.worksheet.update({ where: { id: access.worksheetId }, data: { archivedAt: input.archived ? now() : null } });
      return { reply: {}, event: { type: input.archived ? "archived" : "unarchived" } };
    },
  });
}
