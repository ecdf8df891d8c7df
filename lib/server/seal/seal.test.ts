import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { JOB_KINDS } from "../boot/job-kinds";
import type { JobRunner } from "../jobs/runner";
import { anAcceptedDecision, runJobs } from "../testing/accepted";
import { ApiClient } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();
// A thread that starts cold and two papers a seal, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });
let runner: JobRunner;

beforeAll(() => {
  runner = runJobs(JOB_KINDS);
});
afterAll(async () => {
  await runner.stop(0);
});

describe("an accepted decision", () => {
  it("comes as a sealed file that holds", async () => {
    const team = await anAcceptedDecision(client);
    const file = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.bo);
    expect([file.status, file.headers.get("x-seal")]).toEqual([200, "B-B"]);
    const seals = await client.call("GET", `/worksheets/${team.id}/seals`, undefined, { token: team.bo });
    expect(seals.body.seals).toMatchObject([{ paper: "A4", state: "sealed", level: "B-B" }, { paper: "LETTER" }]);
    const verdict = await client.send("/verify", file.bytes, "application/pdf");
    expect(verdict.body.verdict).toBe("valid");
  });
});
