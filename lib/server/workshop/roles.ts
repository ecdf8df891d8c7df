import "server-only";
import { AppError } from "@/lib/domain/errors";
import { roleSchema } from "@/lib/domain/worksheet/schema";
import type { RoleInput } from "@/lib/domain/workshop/inputs";
import { anotherName, changeRole, isNameTaken, leadOf, mayTakeOver, type Seat } from "@/lib/domain/workshop/roles";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { actInWorkshop, noteRoleChange } from "./act";

const DONE = { deputise: "deputised", undeputise: "undeputised", hand_over: "handed_over" } as const;

/** A deputy may do what the lead may; handing over makes somebody the lead. */
export async function setRole(access: WorksheetAccess, memberId: string, input: RoleInput) {
  requireRole(access, "facilitator");
  return actInWorkshop(access, {
    input: { ...input, memberId } as RoleInput,
    changed: ["members"],
    run: async (tx, current) => {
      const { seats, chosen } = await loadSeats(tx, access.worksheetId);
      const target = seats.find((seat) => seat.id === memberId);
      if (target === undefined || target.isRemoved) throw new AppError("not_found", "No such member.");
      const next = changeRole({ change: input.change, target, leadId: leadOf(seats, chosen)?.id });
      if (!next.ok) throw new AppError("illegal_transition", `Not possible: ${next.reason}.`);
      await tx.member.update({ where: { id: memberId }, data: { role: next.role } });
      if (next.leads) await setLead(tx, access.worksheetId, memberId);
      await noteRoleChange(tx, { access: current, kind: DONE[input.change], member: target });
      return { reply: {}, event: { type: `role_${DONE[input.change]}`, member: memberId } };
    },
  });
}

/** A member becomes the lead because the lead has been away for 60 s by the server's clock. Never happens by itself. */
export async function takeOver(access: WorksheetAccess, input: { opId: string }) {
  requireRole(access, "facilitator", "member");
  return actInWorkshop(access, {
    input: { ...input, takeOver: true } as { opId: string },
    changed: ["members"],
    run: async (tx, current) => {
      const { seats, chosen, isLocked } = await loadSeats(tx, access.worksheetId);
      const { memberId } = current;
      if (!mayTakeOver({ seats, chosen, memberId, isLocked, now: now().getTime() }))
        throw new AppError("illegal_transition", "The facilitator is here, was here a moment ago, or locked this.");
      const before = leadOf(seats, chosen);
      await tx.member.update({ where: { id: memberId }, data: { role: "facilitator" } });
      await setLead(tx, access.worksheetId, memberId);
      await noteRoleChange(tx, { access: current, kind: "taken_over", member: before ?? { id: memberId, name: "" } });
      return { reply: {}, event: { type: "role_taken_over", from: before?.id ?? null } };
    },
  });
}

/** One's own name, or as facilitator anybody's. */
export async function renameMember(access: WorksheetAccess, memberId: string, input: { opId: string; name: string }) {
  if (memberId !== access.memberId) requireRole(access, "facilitator");
  return actInWorkshop(access, {
    input: { ...input, memberId } as { opId: string; name: string },
    changed: ["members"],
    run: async (tx, current) => {
      const { seats } = await loadSeats(tx, access.worksheetId);
      const target = seats.find((seat) => seat.id === memberId && !seat.isRemoved);
      if (target === undefined) throw new AppError("not_found", "No such member.");
      const others = seats.filter((seat) => seat.id !== memberId && !seat.isRemoved).map((seat) => seat.name);
      if (isNameTaken(input.name, others)) throw nameTaken();
      await tx.member.update({ where: { id: memberId }, data: { name: input.name } });
      await noteRoleChange(tx, { access: current, kind: "renamed", member: { id: memberId, name: input.name } });
      return { reply: {}, event: { type: "member_renamed", member: memberId } };
    },
  });
}

/**
 * The name somebody joins under: theirs if it is free, with a number when they say that they are another of that name.
 * A seat that this browser holds already takes nothing: it is the same person, behind a link of another kind.
 */
export async function freeName(
  tx: Tx,
  input: { worksheetId: string; name: string; isAnother: boolean; session?: Uint8Array<ArrayBuffer> | undefined },
): Promise<string> {
  const rows = await tx.member.findMany({
    where: {
      worksheetId: input.worksheetId,
      removedAt: null,
      ...(input.session === undefined ? {} : { grants: { none: { session: { idHash: input.session } } } }),
    },
    select: { name: true },
  });
  const taken = rows.map((row) => row.name);
  if (!isNameTaken(input.name, taken)) return input.name;
  if (!input.isAnother) throw nameTaken();
  return anotherName(input.name, taken);
}

export async function loadSeats(
  tx: Tx,
  worksheetId: string,
): Promise<{ seats: (Seat & { name: string })[]; chosen: string | null; isLocked: boolean }> {
  const members = await tx.member.findMany({ where: { worksheetId }, orderBy: { createdAt: "asc" } });
  const workshop = await tx.workshop.findUnique({ where: { worksheetId }, select: { leadMemberId: true, takeOverLockedAt: true } });
  return {
    seats: members.map(({ id, name, role, lastSeenAt, removedAt }) => ({
      id,
      name,
      role: roleSchema.parse(role),
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
      isRemoved: removedAt !== null,
    })),
    chosen: workshop?.leadMemberId ?? null,
    isLocked: (workshop?.takeOverLockedAt ?? null) !== null,
  };
}

function nameTaken(): AppError {
  return new AppError("name_taken", "Somebody here has that name. Send another one, or another: true.");
}

async function setLead(tx: Tx, worksheetId: string, leadMemberId: string) {
  await tx.workshop.update({ where: { worksheetId }, data: { leadMemberId } });
}
