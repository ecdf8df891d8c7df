import type { Role } from "../worksheet/schema";

export type Seat = { id: string; role: Role; lastSeenAt: string | null; isRemoved: boolean };

/** A lead who gave no sign of life for this long may be replaced by a member, in milliseconds. */
export const ABSENCE_MS = 60_000;

/**
 * Who leads: the one it was handed to, if still a facilitator here, else the first facilitator. Undefined when there is none.
 * @example leadOf([{ id: "a", role: "facilitator", … }], null)?.id // "a"
 */
export function leadOf<S extends Seat>(seats: readonly S[], chosen: string | null): S | undefined {
  const facilitators = seats.filter((seat) => seat.role === "facilitator" && !seat.isRemoved);
  return facilitators.find((seat) => seat.id === chosen) ?? facilitators[0];
}

type RoleChange = "deputise" | "undeputise" | "hand_over";
type Refusal = "not_answering" | "already" | "is_lead" | "removed";

/**
 * What a change of role does to one seat: their new role and whether they lead now. Observers and approvers cannot be
 * raised: they asked not to be counted. The lead cannot be lowered, only replaced, so that there is always one.
 * @example changeRole({ change: "deputise", target: { role: "member", … }, leadId: "a" }) // { ok: true, role: "facilitator", leads: false }
 */
export function changeRole(input: {
  change: RoleChange;
  target: Seat;
  leadId: string | undefined;
}): { ok: true; role: Role; leads: boolean } | { ok: false; reason: Refusal } {
  const { change, target, leadId } = input;
  if (target.isRemoved) return { ok: false, reason: "removed" };
  if (target.role !== "member" && target.role !== "facilitator") return { ok: false, reason: "not_answering" };
  if (change === "undeputise") {
    if (target.id === leadId) return { ok: false, reason: "is_lead" };
    return target.role === "member" ? { ok: false, reason: "already" } : { ok: true, role: "member", leads: false };
  }
  if (change === "hand_over") {
    return target.id === leadId ? { ok: false, reason: "already" } : { ok: true, role: "facilitator", leads: true };
  }
  return target.role === "facilitator" ? { ok: false, reason: "already" } : { ok: true, role: "facilitator", leads: false };
}

/**
 * May this person take over? Members and deputies may, unless the lead locked it, once the lead has been silent for 60 s;
 * `now` is the server's clock in milliseconds since the epoch. A lead who was never seen counts as away.
 * @example mayTakeOver({ seats, chosen: null, memberId: "b", isLocked: false, now: Date.parse("2026-11-20T10:01:01Z") }) // true
 */
export function mayTakeOver(input: {
  seats: readonly Seat[];
  chosen: string | null;
  memberId: string;
  isLocked: boolean;
  now: number;
}): boolean {
  const own = input.seats.find((seat) => seat.id === input.memberId && !seat.isRemoved);
  if (own === undefined || (own.role !== "member" && own.role !== "facilitator")) return false;
  const lead = leadOf(input.seats, input.chosen);
  if (lead === undefined) return true;
  if (lead.id === input.memberId || input.isLocked) return false;
  return lead.lastSeenAt === null || input.now - Date.parse(lead.lastSeenAt) >= ABSENCE_MS;
}

/**
 * Is the name taken among the people who are here? Case, accents' encoding and spaces do not tell two people apart.
 * @example isNameTaken("  ada ", ["Ada", "Bo"]) // true
 */
export function isNameTaken(name: string, taken: readonly string[]): boolean {
  const plain = (text: string) => text.normalize("NFKC").trim().replace(/\s+/gu, " ").toLocaleLowerCase("en");
  return taken.some((other) => plain(other) === plain(name));
}

/**
 * The next free name for another person of the same name, in the order 2, 3, …
 * @example anotherName("Ada", ["Ada", "ada 2"]) // "Ada 3"
 */
export function anotherName(name: string, taken: readonly string[]): string {
  for (let number = 2; ; number += 1) {
    const candidate = `${name} ${number}`;
    if (!isNameTaken(candidate, taken)) return candidate;
  }
}
