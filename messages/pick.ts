import type { Messages } from "./load";

/**
 * Of each namespace the messages at the given paths, nested as they were; a path that leads nowhere is left out.
 * @example pickMessages({ a: { b: { c: "C", d: "D" } } }, { a: ["b.c"] }) // { a: { b: { c: "C" } } }
 */
export function pickMessages(messages: Messages, picked: Readonly<Record<string, readonly string[]>>): Messages {
  const result: Record<string, unknown> = {};
  for (const [namespace, paths] of Object.entries(picked)) {
    for (const path of paths) place(result, [namespace, ...path.split(".")], messages);
  }
  return result as Messages;
}

function place(target: Record<string, unknown>, keys: readonly string[], source: unknown): void {
  const [key = "", ...rest] = keys;
  const value = (source as Record<string, unknown> | undefined)?.[key];
  if (value === undefined) return;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner = (target[key] ?? {}) as Record<string, unknown>;
  place(inner, rest, value);
  if (Object.keys(inner).length > 0) target[key] = inner;
}
