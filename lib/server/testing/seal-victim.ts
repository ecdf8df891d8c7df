import { JobRunner } from "../jobs/runner";
import { sealJob } from "../seal/seal-job";

/** A process of its own that seals what waits in the queue; for tests that kill it in the middle. */
new JobRunner({ kinds: [sealJob], leaseMs: 1_500, pollMs: 50 });
setInterval(() => undefined, 60_000);
