import { type JobAttempt, jobKind } from "../jobs/job-kind";
import { JobRunner } from "../jobs/runner";
import { sweepJob } from "../triggers/sweep-job";

/** A process of its own that fires what is due and dies before it can say that it has; for tests that kill a runner. */
const dying = jobKind({
  ...sweepJob,
  run: async (input: unknown, attempt: JobAttempt) => {
    await sweepJob.run(input, attempt);
    process.kill(process.pid, "SIGKILL");
    return {};
  },
});

new JobRunner({ leaseMs: 1_500, pollMs: 50, kinds: [dying] });
