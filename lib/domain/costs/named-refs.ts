import type { MessageRef } from "../messages/message-ref";

/**
 * A sentence with the names of designs where the calculation put their letters.
 *
 * @example withNames({ id: "costing.regret.one", params: { choice: "A" } }, { A: "RDS PostgreSQL" }).params.choice // "RDS PostgreSQL"
 */
export function withNames({ id, params }: MessageRef, names: Readonly<Record<string, string>>): MessageRef {
  const named = Object.entries(params).map(([key, value]) => [
    key,
    typeof value === "string" && Object.hasOwn(names, value) ? (names[value] ?? value) : value,
  ]);
  return { id, params: Object.fromEntries(named) };
}
