import "server-only";
import { type SealView, sealViewSchema } from "@/lib/domain/sign-off/seal-schema";
import { sealFileSchema } from "@/lib/domain/worksheet-file/schema";
import { db } from "../db/client";

/**
 * Whether a revision came with an imported file. This installation saw neither its approvals nor its history, so it neither
 * seals it nor vouches for it.
 */
export async function isArrived(worksheetId: string, frozenAt: string): Promise<boolean> {
  const arrival = await db().worksheetArrival.findUnique({ where: { worksheetId }, select: { at: true } });
  return arrival !== null && Date.parse(frozenAt) <= arrival.at.getTime();
}

/** The sealed file of a revision, as it was where it was sealed; null when it did not come along. */
export async function findArrivedSeal({ worksheetId, n, paper }: { worksheetId: string; n: number; paper: "A4" | "LETTER" }) {
  const seal = (await arrivedSeals(worksheetId)).find((one) => one.n === n && one.paper === paper);
  return seal === undefined
    ? null
    : { pdf: new Uint8Array(Buffer.from(seal.pdf, "base64")), unprintable: seal.unprintable, level: seal.level };
}

/** The same, as the list of seals shows them. */
export async function listArrivedSeals(worksheetId: string): Promise<SealView[]> {
  return (await arrivedSeals(worksheetId)).map(({ n, paper, level, sha256, sealedAt, unprintable }) =>
    sealViewSchema.parse({
      revision: n,
      paper,
      state: "sealed",
      level,
      isStampPending: false,
      sha256,
      sealedAt,
      unprintable,
      error: null,
      nextAttemptAt: null,
    }),
  );
}

/** Sealed files that came along, as they stand in a file again. */
export async function arrivedSeals(worksheetId: string) {
  const arrival = await db().worksheetArrival.findUnique({ where: { worksheetId }, select: { seals: true } });
  return arrival === null ? [] : sealFileSchema.array().parse(arrival.seals);
}
