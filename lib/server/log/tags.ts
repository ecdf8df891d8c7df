import "server-only";
import { AppError } from "@/lib/domain/errors";
import { requireSpaceRole, type SpaceAccess } from "../spaces/access";
import { writeSpace } from "../spaces/transaction";

/** Tags of one line of the log, for finding it; the record does not change. */
export async function setTags(access: SpaceAccess, { opId, entryId, tags }: { opId: string; entryId: string; tags: string[] }) {
  requireSpaceRole(access, "facilitator", "member");
  return writeSpace(access, {
    opId,
    input: { entryId, tags },
    run: async (tx, { spaceId }) => {
      const { count } = await tx.logEntry.updateMany({ where: { id: entryId, spaceId }, data: { tags } });
      if (count === 0) throw new AppError("not_found", "No such record.");
      return { reply: {}, event: { type: "log_tagged", entry: entryId, tags } };
    },
  });
}
