import { z } from "zod";
import { jobKind } from "../jobs/job-kind";
import { JobRunner } from "../jobs/runner";
import { mailJob } from "../mail/mail-job";

/** A process of its own that sends mails, and takes `stamp` jobs and dies or hangs where `VICTIM_STEP` says; for tests that kill a runner. */
const step = process.env.VICTIM_STEP;
const die = () => process.kill(process.pid, "SIGKILL");

const runner = new JobRunner({
  leaseMs: 1_500,
  pollMs: 50,
  kinds: [
    mailJob,
    jobKind({
      name: "stamp",
      input: z.object({ mark: z.string() }),
      run: async (_input, { signal }) => {
        process.stdout.write("claimed\n");
        if (step === "working") die();
        if (step === "hanging") await new Promise((_done, fail) => signal.addEventListener("abort", () => fail(signal.reason)));
        return {
          commit: async (tx) => {
            await tx.$executeRaw`INSERT INTO stamp VALUES ('victim')`;
            if (step === "committing") die();
          },
        };
      },
    }),
  ],
});

process.once("SIGTERM", () => void runner.stop(200).then(() => process.exit(0)));
