import "server-only";
import { AppError } from "@/lib/domain/errors";
import { requireRole, type WorksheetAccess } from "../access";
import { retryJob } from "../jobs/queue";
import { writeWorksheet } from "../worksheet/transaction";
import { failedSealKeys } from "./reads";
import { SEAL_JOB } from "./seal-job";

/** Tries a failed or waiting seal again now, at somebody's wish. */
export async function retrySeals(access: WorksheetAccess, input: { opId: string; n: number }) {
  requireRole(access, "facilitator");
  const keys = await failedSealKeys(access, input.n);
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["revisions"],
    run: async (tx) => {
      const again: boolean[] = [];
      for (const key of keys) again.push(await retryJob(tx, { kind: SEAL_JOB, key }));
      if (!again.includes(true)) throw new AppError("illegal_transition", "Nothing of this revision waits for a seal.");
      return { reply: {}, event: { type: "seal_retried", revision: input.n } };
    },
  });
}
