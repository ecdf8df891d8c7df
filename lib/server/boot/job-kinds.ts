import "server-only";
import { checkpointJob } from "../audit/checkpoint-job";
import type { JobKind } from "../jobs/job-kind";
import { purgeJob } from "../keeping/purge-job";
import { tidyJob } from "../keeping/tidy-job";
import { mailJob } from "../mail/mail-job";
import { sealJob, stampJob } from "../seal/seal-job";
import { purgeSpaceJob } from "../spaces/purge-space-job";
import { sweepJob } from "../triggers/sweep-job";
import { webhookJob } from "../webhooks/deliver-job";

/** What the background runner of this process can do. Jobs of other kinds stay queued for a process that knows them. */
export const JOB_KINDS: readonly JobKind[] = [
  sealJob,
  stampJob,
  checkpointJob,
  mailJob,
  purgeJob,
  purgeSpaceJob,
  sweepJob,
  tidyJob,
  webhookJob,
];
