import { canonicalise } from "./canonicalise";
import type { DecisionRecord } from "./schema";
import { sha256Hex } from "./sha256";

/**
 * The hash that approvals sign and every export prints: lower-case hex of SHA-256 over the canonical text (RFC 8785).
 * The order of keys does not matter; any changed answer does.
 * @example recordHash(record) // "9f2c71a0…"
 */
export function recordHash(record: DecisionRecord): string {
  return sha256Hex(canonicalise(record));
}

/**
 * Ties a name to a p-id without telling it: SHA-256(salt + JCS{name, role}).
 * @example commitmentOf({ name: "Ada", role: "member", salt: "00ff" }) // 64 hex digits
 */
export function commitmentOf(person: { name: string; role: string; salt: string }): string {
  return sha256Hex(person.salt + canonicalise({ name: person.name, role: person.role }));
}
