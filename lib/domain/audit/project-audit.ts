import type { AuditRow } from "./chain";
import type { AuditAct } from "./schema";

/** Acts that every screen showed when they happened; nothing that tells of answers, drafts, rankings or votes. */
const OPEN = new Set([
  "worksheet_created",
  "workshop_set",
  "frame_changed",
  "stage_set",
  "pointer_moved",
  "revealed",
  "question_revealed",
  "member_joined",
  "member_removed",
  "member_renamed",
  "role_taken_over",
  "code_made",
  "link_revoked",
  "approver_named",
  "approver_removed",
  "sign_off_rule_set",
  "revision_frozen",
  "revision_withdrawn",
  "approval_recorded",
]);

/**
 * The acts of a history that a viewer may see. Names stand in for member ids where somebody still has one. With
 * `isComplete` false only what everybody saw happen is told, and by nobody in particular where it was an answer.
 * @example projectAudit({ rows, names, isComplete: false }).every(({ type }) => type !== "answers_saved") // true
 */
export function projectAudit(input: { rows: readonly AuditRow[]; names: ReadonlyMap<string, string>; isComplete: boolean }): AuditAct[] {
  const { rows, names, isComplete } = input;
  return rows.flatMap(({ at, payload }) => {
    const { type, by } = readPayload(payload);
    if (!isComplete && !OPEN.has(type)) return [];
    return [{ at, type, by: by === null ? null : (names.get(by) ?? null) }];
  });
}

function readPayload(payload: string): { type: string; by: string | null } {
  try {
    const { type, by } = JSON.parse(payload) as { type?: unknown; by?: unknown };
    return { type: typeof type === "string" ? type : "unreadable", by: typeof by === "string" ? by : null };
  } catch {
    // An edited row must show up in the list and not break it.
    return { type: "unreadable", by: null };
  }
}
