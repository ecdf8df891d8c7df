import "server-only";
import type { SectionVersion } from "@/lib/domain/decision/desk";
import { AppError } from "@/lib/domain/errors";
import type { DecisionSection } from "@/lib/domain/worksheet/schema";
import { requireRole, type WorksheetAccess } from "../access";
import { db, type Tx } from "../db/client";
import { readWorksheet } from "../worksheet/reads";

/** One person's saves within this time are one entry: what autosave does every second is nobody's history. */
const RUN_MS = 5 * 60_000;
const SHOWN = 50;

type Saved = { worksheetId: string; section: string; version: number; text: string; byMemberId: string; byName: string; at: Date };

/** Keeps a saved text, as a new entry or as the end of the same person's run. */
export async function keepVersion(tx: Tx, saved: Saved): Promise<void> {
  const { worksheetId, section, byMemberId, at } = saved;
  const last = await tx.decisionHistory.findFirst({ where: { worksheetId, section }, orderBy: { version: "desc" } });
  const isSameRun = last !== null && last.byMemberId === byMemberId && at.getTime() - last.startedAt.getTime() < RUN_MS;
  if (!isSameRun) {
    await tx.decisionHistory.create({ data: saved });
    return;
  }
  const key = { worksheetId_section_version: { worksheetId, section, version: last.version } };
  await tx.decisionHistory.update({ where: key, data: { version: saved.version, text: saved.text, at } });
}

/** The texts that a section had, latest first. */
export async function listVersions(access: WorksheetAccess, section: DecisionSection): Promise<SectionVersion[]> {
  requireRole(access, "facilitator", "member", "observer");
  if (!(await readWorksheet(access)).isRevealed) throw new AppError("not_revealed", "Reveal the answers of all five questions first.");
  const rows = await db().decisionHistory.findMany({
    where: { worksheetId: access.worksheetId, section },
    orderBy: { version: "desc" },
    take: SHOWN,
  });
  return rows.map(({ version, text, byName, at }) => ({ version, text, by: byName, at: at.toISOString() }));
}
