import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { LOCALES } from "@/lib/domain/messages/locales";
import type { moveInputSchema } from "@/lib/domain/space/schema";
import type { NewWorksheet } from "@/lib/domain/worksheet/inputs";
import type { Prisma } from "@/prisma/generated/client";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { db, type Tx } from "../db/client";
import { hashToken, newId } from "../ids";
import { announce } from "../live/announce";
import { addLogEntry, refreshEntry } from "../log/refresh-entry";
import { appendAudit, bumpSeq, lockWorksheet, writeWorksheet } from "../worksheet/transaction";
import { freeName } from "../workshop/roles";
import { requireSpace, requireSpaceRole, type SpaceAccess } from "./access";
import { takeNextNumber, takeOwnNumber } from "./numbers";
import { writeSpace } from "./transaction";

/** A new worksheet of the space with you as its facilitator. It has no links of its own until somebody makes one. */
export async function startInSpace(access: SpaceAccess, { opId, ...input }: Omit<NewWorksheet, "yourName"> & { opId: string }) {
  requireSpaceRole(access, "facilitator", "member");
  return writeSpace(access, {
    opId,
    input,
    run: async (tx, { spaceId, memberId: spaceMemberId }) => {
      const [id, memberId] = [newId(), newId()];
      const { name } = await tx.spaceMember.findUniqueOrThrow({ where: { id: spaceMemberId }, select: { name: true } });
      const { title, timeZone = "UTC", frame = {}, keepMonths = null } = input;
      const space = await tx.space.findUniqueOrThrow({ where: { id: spaceId }, select: { language: true } });
      const language = input.language ?? z.enum(LOCALES).safeParse(space.language).data ?? "en";
      await tx.worksheet.create({ data: { id, spaceId, title, timeZone, language, keepMonths, frame: frame as Prisma.InputJsonValue } });
      await tx.member.create({ data: { id: memberId, worksheetId: id, name, role: "facilitator", spaceMemberId, lastSeenAt: now() } });
      await addLogEntry(tx, { worksheetId: id, spaceId });
      await appendAudit(tx, { worksheetId: id, memberId, event: { type: "worksheet_created", space: spaceId } });
      return { reply: { id }, event: { type: "worksheet_started", worksheet: id } };
    },
  });
}

/**
 * A worksheet that stood alone goes into a space of yours, for good: the space's people read it from then on. A number that it
 * has already stays when the space has not given it away; else it takes the next one.
 */
export async function moveIntoSpace(access: WorksheetAccess, { opId, spaceId, spaceToken }: z.infer<typeof moveInputSchema>) {
  requireRole(access, "facilitator");
  const credential = spaceToken === undefined ? access.credential : ({ kind: "bearer", hash: hashToken(spaceToken) } as const);
  const space = await requireSpace(credential, spaceId).catch((error: unknown) => {
    // The credential is good, for the worksheet; of the space it says nothing.
    throw error instanceof AppError && error.code === "unauthenticated"
      ? new AppError("not_found", "No such space, or you are not in it.")
      : error;
  });
  requireSpaceRole(space, "facilitator", "member");
  const { worksheetId } = access;
  return writeWorksheet(access, {
    opId,
    input: { spaceId },
    changed: ["frame", "members", "revisions"],
    run: async (tx, current) => {
      const worksheet = await tx.worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: { spaceId: true, title: true } });
      if (worksheet.spaceId !== null) throw new AppError("illegal_transition", "It belongs to a space already.");
      await tx.worksheet.update({ where: { id: worksheetId }, data: { spaceId } });
      // Whoever moves it keeps their seat when they come in by the space.
      await tx.member.updateMany({ where: { id: current.memberId, spaceMemberId: null }, data: { spaceMemberId: space.memberId } });
      // The log of a deleted space that it stood in would else take it back.
      await tx.logEntry.deleteMany({ where: { worksheetId } });
      const entryId = await addLogEntry(tx, { worksheetId, spaceId });
      const numbered = await keepOrTakeNumber(tx, { worksheetId, spaceId, entryId, title: worksheet.title });
      await refreshEntry(tx, worksheetId);
      await appendAudit(tx, {
        worksheetId: spaceId,
        memberId: space.memberId,
        event: { type: "worksheet_moved_in", worksheet: worksheetId },
      });
      return { reply: numbered, event: { type: "moved_into_space", space: spaceId, ...numbered } };
    },
  });
}

/** A seat in a worksheet of your space, with the role that you have there. Asking again gives the same seat. */
export async function takeSeat(access: WorksheetAccess): Promise<{ memberId: string }> {
  const { worksheetId, credential } = access;
  const { spaceId } = await db().worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: { spaceId: true } });
  if (spaceId === null) throw new AppError("illegal_transition", "This worksheet belongs to no space; join it by its link.");
  const space = await requireSpace(credential, spaceId);
  const memberId = await db().$transaction(async (tx) => {
    await lockWorksheet(tx, worksheetId);
    const seat = await tx.member.findFirst({ where: { worksheetId, spaceMemberId: space.memberId } });
    if (seat?.removedAt) throw new AppError("forbidden", "You were taken off this worksheet; its facilitator can invite you again.");
    if (seat !== null) return seat.id;
    const person = await tx.spaceMember.findUniqueOrThrow({ where: { id: space.memberId } });
    const name = await freeName(tx, { worksheetId, name: person.name, isAnother: true, session: undefined });
    const id = newId();
    await tx.member.create({ data: { id, worksheetId, name, role: space.role, spaceMemberId: space.memberId, lastSeenAt: now() } });
    await appendAudit(tx, { worksheetId, memberId: id, event: { type: "member_joined", role: space.role, through: "space" } });
    await bumpSeq(tx, worksheetId);
    return id;
  });
  announce({ worksheetId, seq: 0, changed: ["members"] });
  return { memberId };
}

type Renumbered = { number: number | null; renumbered: boolean };

/** A number that it has stays when the space has not given it to another; else it takes the space's next. */
export async function keepOrTakeNumber(
  tx: Tx,
  { worksheetId, ...taker }: { worksheetId: string; spaceId: string; entryId: string; title: string },
): Promise<Renumbered> {
  const where = { worksheetId, number: { not: null } };
  const { number = null } = (await tx.revision.findFirst({ where, orderBy: { n: "desc" }, select: { number: true } })) ?? {};
  const own = { spaceId: taker.spaceId, number: number ?? 0, entryId: taker.entryId };
  if (number === null || (await tx.spaceNumber.count({ where: own })) > 0) return { number, renumbered: false };
  if (await takeOwnNumber(tx, { ...taker, number, how: "moved_in" })) return { number, renumbered: false };
  const next = await takeNextNumber(tx, { ...taker, how: "moved_in" });
  await tx.revision.updateMany({ where, data: { number: next } });
  return { number: next, renumbered: true };
}
