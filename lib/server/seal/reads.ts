import "server-only";
import type { JobView } from "@/lib/domain/jobs/schema";
import { type SealView, sealViewSchema } from "@/lib/domain/sign-off/seal-schema";
import type { WorksheetAccess } from "../access";
import { db } from "../db/client";
import { listJobs } from "../jobs/queue";
import { listArrivedSeals } from "../keeping/arrival";
import { SEAL_JOB, STAMP_JOB, sealJobKey } from "./seal-job";

/** The sealed files of a worksheet, newest revision first, with those that are still being made. */
export async function readSeals(access: WorksheetAccess): Promise<SealView[]> {
  const { worksheetId } = access;
  const [jobs, seals] = await Promise.all([
    listJobs(access, [SEAL_JOB, STAMP_JOB]),
    db().seal.findMany({ where: { worksheetId }, omit: { pdf: true } }),
  ]);
  const views = jobs
    .filter((job) => job.kind === SEAL_JOB)
    .map((job) => {
      const [, n, paper] = job.key.split(":");
      const seal = seals.find((row) => row.n === Number(n) && row.paper === paper);
      const stamp = jobs.find((other) => other.kind === STAMP_JOB && other.key === job.key);
      return sealViewSchema.parse({
        revision: Number(n),
        paper,
        state: seal === undefined ? stateOf(job) : "sealed",
        level: seal?.level ?? null,
        isStampPending: stamp?.state === "queued" || stamp?.state === "running",
        sha256: seal?.sha256 ?? null,
        sealedAt: seal?.sealedAt.toISOString() ?? null,
        unprintable: seal?.unprintable ?? [],
        error: seal === undefined ? job.error : null,
        nextAttemptAt: job.nextAttemptAt,
      });
    });
  return [...views, ...(await listArrivedSeals(worksheetId))].toSorted(
    (a, b) => b.revision - a.revision || a.paper.localeCompare(b.paper, "en"),
  );
}

/** The keys of a revision's seals that failed, to be tried again. */
export async function failedSealKeys(access: WorksheetAccess, n: number): Promise<string[]> {
  const jobs = await listJobs(access, [SEAL_JOB]);
  const prefix = sealJobKey({ worksheetId: access.worksheetId, n, paper: "" });
  return jobs.filter((job) => job.key.startsWith(prefix) && job.state !== "done").map((job) => job.key);
}

function stateOf(job: JobView): SealView["state"] {
  return job.state === "failed" ? "failed" : "sealing";
}
