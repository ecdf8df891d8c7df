import "server-only";
import { AppError } from "@/lib/domain/errors";
import { explainGaps, freeNumber, MAX_RECORD_NUMBER } from "@/lib/domain/space/numbering";
import type { NumberList } from "@/lib/domain/space/schema";
import { db, type Tx } from "../db/client";
import { newId } from "../ids";
import type { SpaceAccess } from "./access";
import { lockSpace } from "./transaction";

type Taker = { spaceId: string; entryId: string; title: string };
type How = "accepted" | "moved_in" | "imported";

/** Gives the next number of the space, for good. Two decisions accepted at once wait for each other at the space's row. */
export async function takeNextNumber(tx: Tx, { how, ...taker }: Taker & { how: How }): Promise<number> {
  await lockSpace(tx, taker.spaceId);
  const { nextNumber } = await tx.space.findUniqueOrThrow({ where: { id: taker.spaceId }, select: { nextNumber: true } });
  const taken = await tx.spaceNumber.findMany({ where: { spaceId: taker.spaceId, number: { gte: nextNumber } }, select: { number: true } });
  const number = freeNumber(nextNumber, new Set(taken.map((row) => row.number)));
  if (number === null) throw new AppError("illegal_transition", `The space has used all numbers up to ${MAX_RECORD_NUMBER}.`);
  await keepNumber(tx, { ...taker, number, how });
  return number;
}

/** Gives a number that a record brings along when nobody has it, and says whether it did. */
export async function takeOwnNumber(tx: Tx, { number, how, ...taker }: Taker & { number: number; how: How }): Promise<boolean> {
  if (number < 1 || number > MAX_RECORD_NUMBER) return false;
  await lockSpace(tx, taker.spaceId);
  const holder = await tx.spaceNumber.findUnique({ where: { spaceId_number: { spaceId: taker.spaceId, number } } });
  if (holder !== null) return holder.entryId === taker.entryId;
  await keepNumber(tx, { ...taker, number, how });
  return true;
}

type Wanted = { number: number; entryId: string; title: string };

/** The same for many records at once; gives the entries that have theirs. Of two that bring one number the first has it. */
export async function takeOwnNumbers(
  tx: Tx,
  { spaceId, how, wanted }: { spaceId: string; how: How; wanted: readonly Wanted[] },
): Promise<Set<string>> {
  await lockSpace(tx, spaceId);
  const held = await tx.spaceNumber.findMany({
    where: { spaceId, number: { in: wanted.map(({ number }) => number).filter((number) => number >= 1 && number <= MAX_RECORD_NUMBER) } },
    select: { number: true },
  });
  const taken = new Set(held.map(({ number }) => number));
  const given = wanted.filter(({ number }) => {
    if (number < 1 || number > MAX_RECORD_NUMBER || taken.has(number)) return false;
    taken.add(number);
    return true;
  });
  await tx.spaceNumber.createMany({ data: given.map((one) => ({ ...one, spaceId, how })) });
  const next = 1 + Math.max(0, ...given.map(({ number }) => number));
  await tx.$executeRaw`UPDATE space SET next_number = greatest(next_number, ${next}::int) WHERE id = ${spaceId}::uuid`;
  return new Set(given.map(({ entryId }) => entryId));
}

/** Sets the next number ahead and keeps who left the others out, and why. */
export async function skipNumbers(
  tx: Tx,
  { spaceId, nextNumber, reason, memberId }: { spaceId: string; nextNumber: number; reason: string; memberId: string },
): Promise<void> {
  const space = await tx.space.findUniqueOrThrow({ where: { id: spaceId }, select: { nextNumber: true } });
  if (nextNumber === space.nextNumber) return;
  if (nextNumber < space.nextNumber)
    throw new AppError("invalid_input", "Numbers only go on.", {
      errors: [{ path: "nextNumber", message: `The next number is ${space.nextNumber} already; numbers are never given twice.` }],
    });
  if (reason.trim() === "")
    throw new AppError("invalid_input", "Say why numbers are left out.", {
      errors: [{ path: "reason", message: "Say why numbers are left out; the log shows it." }],
    });
  const { name } = await tx.spaceMember.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
  await tx.numberSkip.create({
    data: { id: newId(), spaceId, first: space.nextNumber, last: nextNumber - 1, reason, byMemberId: memberId, byName: name },
  });
  await tx.space.update({ where: { id: spaceId }, data: { nextNumber } });
}

/** Which numbers are taken, which are left out and why, and which are taken by something that is not there any more. */
export async function listNumbers({ spaceId }: SpaceAccess): Promise<NumberList> {
  const [space, taken, skips, entries] = await Promise.all([
    db().space.findUniqueOrThrow({ where: { id: spaceId }, select: { nextNumber: true } }),
    db().spaceNumber.findMany({ where: { spaceId }, orderBy: { number: "asc" } }),
    db().numberSkip.findMany({ where: { spaceId }, orderBy: { at: "asc" } }),
    db().logEntry.findMany({ where: { spaceId, number: { not: null } }, select: { number: true } }),
  ]);
  const present = new Set(entries.map(({ number }) => number));
  return {
    next: space.nextNumber,
    taken: taken.length,
    gaps: explainGaps({ taken: taken.map(({ number, how }) => ({ number, how: how as How })), skips }),
    gone: taken.filter(({ number }) => !present.has(number)).map(({ number, title }) => ({ number, title })),
  };
}

async function keepNumber(tx: Tx, { number, how, ...taker }: Taker & { number: number; how: How }): Promise<void> {
  await tx.spaceNumber.create({ data: { ...taker, number, how } });
  // Greatest, because a record may bring a number from below along.
  await tx.$executeRaw`UPDATE space SET next_number = greatest(next_number, ${number + 1}::int) WHERE id = ${taker.spaceId}::uuid`;
}
