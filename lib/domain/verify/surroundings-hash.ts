import { canonicalise } from "../record/canonicalise";
import type { RecordExport } from "../record/export-json";
import { sha256Hex } from "../record/sha256";

/**
 * What an instance signs of an export beside the record: the hash over people, approvals, status and number.
 * @example surroundingsHash(exported) // 64 hex digits
 */
export function surroundingsHash({
  people,
  approvals,
  status,
  number,
}: Pick<RecordExport, "people" | "approvals" | "status" | "number">): string {
  return sha256Hex(canonicalise({ people, approvals, status, number }));
}
