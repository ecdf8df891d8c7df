import type { MessageParams } from "../messages/message-ref";
import type { Check, CheckId } from "./schema";

/**
 * A check that holds; its words are `verify.<id>.ok`.
 * @example passed("people", { n: 3, erased: 0 }).ok // true
 */
export function passed(id: CheckId, params: MessageParams = {}): Check {
  return { id, ok: true, reason: null, detail: { id: `verify.${id}.ok`, params } };
}

/**
 * A check that fails for a named reason; its words are `verify.<id>.<reason>`.
 * @example failed("seal", "no_seal").reason // "no_seal"
 */
export function failed(id: CheckId, reason: string, params: MessageParams = {}): Check {
  return { id, ok: false, reason, detail: { id: `verify.${id}.${reason}`, params } };
}

/**
 * Something that could not be checked, and why.
 * @example unknown("costs", "no_costs").ok // null
 */
export function unknown(id: CheckId, reason: string, params: MessageParams = {}): Check {
  return { id, ok: null, reason, detail: { id: `verify.${id}.${reason}`, params } };
}

/**
 * Something that holds and still has to be said: its words are `verify.<id>.<reason>`.
 * @example noted("current", "superseded").ok // true
 */
export function noted(id: CheckId, reason: string, params: MessageParams = {}): Check {
  return { id, ok: true, reason, detail: { id: `verify.${id}.${reason}`, params } };
}
