import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import type { sectionInputSchema } from "@/lib/domain/worksheet/inputs";
import { type SectionView, sectionViewSchema } from "@/lib/domain/worksheet/schema";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { refuseFrozen, writeWorksheet } from "../worksheet/transaction";
import { keepVersion } from "./history";

/** Saves one section of the decision; every section has its own version, so neighbours never collide. */
export async function saveSection(access: WorksheetAccess, input: z.infer<typeof sectionInputSchema>): Promise<SectionView> {
  requireRole(access, "facilitator", "member");
  const key = { worksheetId: access.worksheetId, section: input.section };
  const { seq: _seq, ...view } = await writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["decision"],
    run: async (tx, current) => {
      await refuseFrozen(tx, access.worksheetId);
      const row = await tx.decisionText.findUnique({ where: { worksheetId_section: key } });
      const member = await tx.member.findUniqueOrThrow({ where: { id: current.memberId } });
      if ((row?.version ?? 0) !== input.baseVersion)
        throw new AppError("stale_version", "Somebody wrote here meanwhile.", { detail: { current: row && viewOf(row) } });
      const data = { text: input.text, byMemberId: current.memberId, byName: member.name, at: now(), version: input.baseVersion + 1 };
      const saved = await tx.decisionText.upsert({ where: { worksheetId_section: key }, create: { ...key, ...data }, update: data });
      await keepVersion(tx, { ...key, ...data });
      return { reply: viewOf(saved), event: { type: "section_saved", section: input.section, version: data.version } };
    },
  });
  return sectionViewSchema.parse(view);
}

function viewOf(row: { section: string; text: string; byName: string; at: Date; version: number }): SectionView {
  return sectionViewSchema.parse({ ...row, by: row.byName, at: row.at.toISOString() });
}
