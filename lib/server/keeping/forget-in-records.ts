import "server-only";
import { type NamedPerson, namedPersonSchema } from "@/lib/domain/record/export-json";
import type { Prisma } from "@/prisma/generated/client";
import type { Tx } from "../db/client";
import { SEAL_JOB } from "../seal/seal-job";

type Person = { id: string; name: string; createdAt: Date; removedAt: Date | null };

/**
 * Takes name and salt of a person from beside every frozen record of the worksheet. The record keeps its hash, the commitment in
 * it tells nothing any more. Sealed files that printed the name are made again without it; copies that people hold stay valid.
 */
export async function forgetInRecords(tx: Tx, { worksheetId, person }: { worksheetId: string; person: Person }): Promise<void> {
  // Sealed files that came along print the name, and cannot be made again here.
  await tx.worksheetArrival.updateMany({ where: { worksheetId }, data: { seals: [] } });
  const revisions = await tx.revision.findMany({ where: { worksheetId }, select: { n: true, at: true, people: true } });
  for (const { n, at, people } of revisions) {
    const named = namedPersonSchema.array().parse(people);
    const place = await placeOf(tx, { worksheetId, person, frozenAt: at, count: named.length });
    const isThem = ({ id, name }: NamedPerson) => id === place || name === person.name;
    if (!named.some(isThem)) continue;
    const kept = named.map((one) => (isThem(one) ? { ...one, name: null, role: null, salt: null } : one));
    await tx.revision.update({ where: { worksheetId_n: { worksheetId, n } }, data: { people: kept as unknown as Prisma.InputJsonValue } });
    if ((await tx.seal.deleteMany({ where: { worksheetId, n } })).count > 0) await sealAgain(tx, worksheetId, n);
  }
}

/**
 * p1, p2, … count the people in the order they joined, as the freeze did: whoever was there by then, or had left and said
 * something. Null when the count shows that this is no longer how it was; then the name alone decides.
 */
async function placeOf(
  tx: Tx,
  { worksheetId, person, frozenAt, count }: { worksheetId: string; person: Person; frozenAt: Date; count: number },
): Promise<string | null> {
  const members = await tx.member.findMany({
    where: {
      worksheetId,
      createdAt: { lte: frozenAt },
      OR: [{ removedAt: null }, { removedAt: { gt: frozenAt } }, { answers: { some: {} } }],
    },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  const index = members.findIndex(({ id }) => id === person.id);
  return members.length === count && index >= 0 ? `p${index + 1}` : null;
}

async function sealAgain(tx: Tx, worksheetId: string, n: number): Promise<void> {
  const key = `${worksheetId}:${n}:%`;
  await tx.$executeRaw`UPDATE job SET state = 'queued', attempts = 0, run_at = clock_timestamp(), error = NULL, result = NULL, finished_at = NULL
    WHERE kind = ${SEAL_JOB} AND key LIKE ${key}`;
}
