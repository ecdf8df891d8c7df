import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import type { OwnDecision, replacedInputSchema } from "@/lib/domain/log/schema";
import { db } from "../db/client";
import { requireSpaceRole, type SpaceAccess } from "../spaces/access";
import { writeSpace } from "../spaces/transaction";
import { settleReplaced } from "./settle-replaced";

type Replacing = z.infer<typeof replacedInputSchema> & { entryId: string };

/**
 * Says which decision of ours replaces an imported record, or that none does. The file stays as it came; the log shows the record
 * as superseded while that decision is accepted and replaces all of it.
 */
export async function setReplaced(access: SpaceAccess, { opId, ...input }: Replacing) {
  requireSpaceRole(access, "facilitator", "member");
  const { entryId, by, isPartial } = input;
  return writeSpace(access, {
    opId,
    input,
    run: async (tx, { spaceId }) => {
      const entry = await tx.logEntry.findFirst({ where: { id: entryId, spaceId, worksheetId: null }, select: { id: true } });
      if (entry === null) throw new AppError("not_found", "No such imported record.");
      await tx.logLink.deleteMany({ where: { replacedId: entryId, by: { worksheetId: { not: null } } } });
      if (by !== null) {
        const own = await tx.logEntry.count({ where: { id: by, spaceId, worksheetId: { not: null } } });
        if (own === 0) {
          const errors = [{ path: "by", message: "Choose a decision of this log that was made here." }];
          throw new AppError("invalid_input", "That is no decision of this log.", { errors });
        }
        await tx.logLink.create({ data: { byId: by, replacedId: entryId, isPartial } });
      }
      await settleReplaced(tx, [entryId]);
      return { reply: {}, event: { type: "import_replaced", entry: entryId, replacement: by, partial: isPartial } };
    },
  });
}

/** Decisions of this log that were made here, the latest first, to choose a replacement from. */
export async function listOwnDecisions({ spaceId }: SpaceAccess): Promise<OwnDecision[]> {
  return db().logEntry.findMany({
    where: { spaceId, worksheet: { deletedAt: null }, status: { in: ["draft", "proposed", "accepted"] } },
    orderBy: [{ sortAt: "desc" }, { id: "desc" }],
    take: 200,
    select: { id: true, number: true, title: true },
  });
}
