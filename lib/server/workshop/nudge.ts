import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NudgeInput } from "@/lib/domain/workshop/inputs";
import { NUDGE_PAUSE_S, waitingFor } from "@/lib/domain/workshop/nudge";
import { requireRole, type WorksheetAccess } from "../access";
import { db } from "../db/client";
import { announce } from "../live/announce";
import { loadState } from "../worksheet/reads";

export type Nudged = { asked: string[]; tooSoon: string[] };

/**
 * Asks people who are not ready whether they are. Presence, not a record: no audit event and no `seq`, and each of them alone
 * is told. Whoever was asked within the last minute is not asked again, whoever asks; when that is everybody, it is refused.
 */
export async function nudge(access: WorksheetAccess, { members }: NudgeInput): Promise<Nudged> {
  requireRole(access, "facilitator");
  const { worksheetId, memberId } = access;
  const state = await loadState(worksheetId);
  const known = new Set(state.members.filter(({ isRemoved }) => !isRemoved).map(({ id }) => id));
  if (members?.some((id) => !known.has(id))) throw new AppError("not_found", "No such member.");
  const spoken = new Set(state.proxies.map((proxy) => proxy.memberId));
  const waiting = waitingFor(state).filter(({ id }) => id !== memberId && !spoken.has(id));
  const meant = waiting.map(({ id }) => id).filter((id) => members?.includes(id) ?? true);
  const asked = await ask({ meant, byMemberId: memberId });
  const tooSoon = meant.filter((id) => !asked.includes(id));
  if (asked.length === 0 && tooSoon.length > 0) {
    throw new AppError("too_many_requests", `They were asked within the last ${NUDGE_PAUSE_S} seconds. Give them a moment.`, {
      detail: { retryAfter: NUDGE_PAUSE_S },
    });
  }
  for (const onlyMember of asked) announce({ worksheetId, seq: state.seq, changed: ["workshop"], onlyMember });
  return { asked, tooSoon };
}

/** One statement, so that of two facilitators who press at once only one is heard. */
async function ask({ meant, byMemberId }: { meant: string[]; byMemberId: string }): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    UPDATE member SET nudged_at = now(), nudged_by = ${byMemberId}::uuid
    WHERE id IN (SELECT id FROM member WHERE id = ANY(${meant}::uuid[])
      AND (nudged_at IS NULL OR nudged_at <= now() - make_interval(secs => ${NUDGE_PAUSE_S})) ORDER BY id FOR NO KEY UPDATE)
    RETURNING id`;
  return rows.map(({ id }) => id);
}
