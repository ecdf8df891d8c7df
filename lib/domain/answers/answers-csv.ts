import { toCsv } from "../csv";
import type { WorksheetView } from "../worksheet/schema";

const COLUMNS = ["member", "field", "round", "value", "unknown", "basis", "reason", "late"];

/**
 * The answers of a view as CSV: what the viewer may see and nothing else, one row per member, field and round.
 * @example answersCsv(view).split("\r\n")[0] // "member,field,round,value,unknown,basis,reason,late"
 */
export function answersCsv(view: Pick<WorksheetView, "answers" | "members">): string {
  const names = new Map(view.members.map((member) => [member.id, member.name]));
  const rows = view.answers.map((answer) => [
    names.get(answer.memberId) ?? answer.memberId,
    answer.field,
    answer.round,
    typeof answer.value === "object" && answer.value !== null ? JSON.stringify(answer.value) : (answer.value as string | number | null),
    answer.unknown ? "yes" : "no",
    answer.basis,
    answer.reason,
    answer.late ? "yes" : "no",
  ]);
  return toCsv([COLUMNS, ...rows]);
}
