import type { Messages } from "../messages/format";
import type { RecordExport } from "../record/export-json";
import { composeAdr } from "./compose-adr";
import type { AdrDocument } from "./schema";

type Exported = Omit<RecordExport, "audit">;

/**
 * The document of a `record.json`, for whoever has nothing but that file. The decision fell with the last approval of an
 * accepted record; the revision is the one that was approved last, and null while nobody approved.
 * @example composeExported(JSON.parse(file), messages).title // "Which database stores the orders?"
 */
export function composeExported({ record, people, status, number, approvals, sha256 }: Exported, messages: Messages): AdrDocument {
  const last = approvals.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  const decidedAt = status === "accepted" ? (last?.at ?? null) : null;
  return composeAdr({ record, people, status, number, decidedAt, approvals, sha256, revision: last?.revision ?? null, messages });
}
