import { spawn } from "node:child_process";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { db } from "../db/client";
import { freshDatabase } from "../testing/database";
import { JobError, type JobKind, jobKind } from "./job-kind";
import { enqueueJob, retryJob } from "./queue";
import { JobRunner } from "./runner";

const database = freshDatabase();
const runners: JobRunner[] = [];

/** Does its work by writing the mark into a table, inside the commit. */
const stamp = (run: JobKind<{ mark: string }>["run"] = async () => ({}), more: Partial<JobKind<{ mark: string }>> = {}) =>
  jobKind<{ mark: string }>({
    name: "stamp",
    input: z.object({ mark: z.string() }),
    ...more,
    run: async (input, attempt) => {
      const outcome = await run(input, attempt);
      return {
        ...outcome,
        commit: async (tx) => {
          await tx.$executeRaw`INSERT INTO stamp VALUES (${input.mark})`;
          await outcome.commit?.(tx);
        },
      };
    },
  });

const start = (kind: JobKind, leaseMs = 1_500) => {
  const runner = new JobRunner({ kinds: [kind], pollMs: 50, leaseMs });
  runners.push(runner);
  return runner;
};
const ask = (mark: string, key = mark) =>
  db().$transaction((tx) => enqueueJob(tx, { kind: "stamp", key, worksheetId: null, input: { mark } }));
const stamps = async () => (await database.admin().query("SELECT mark FROM stamp ORDER BY 1")).rows.map((row) => row.mark);
const jobs = async () => (await database.admin().query("SELECT state, attempts, error FROM job ORDER BY key")).rows;
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 30 });

beforeAll(async () => {
  await database.admin().query("CREATE TABLE stamp (mark text NOT NULL); GRANT ALL ON stamp TO shortlist_app");
});
beforeEach(async () => {
  await database.admin().query("TRUNCATE job; TRUNCATE stamp");
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop(0)));
});

describe("a job", () => {
  it("is done once, and says so", async () => {
    start(stamp());
    await ask("a");
    await until(async () => expect(await jobs()).toEqual([{ state: "done", attempts: 1, error: null }]));
    expect(await stamps()).toEqual(["a"]);
  });

  it("asked for twice by the same key is one job, also when both ask at once", async () => {
    const asked = await Promise.all(Array.from({ length: 10 }, () => ask("a")));
    expect(new Set(asked.map((job) => job.id)).size).toBe(1);
    expect(asked.filter((job) => job.isNew)).toHaveLength(1);
  });

  it("is not there when the act that wanted it did not happen", async () => {
    const act = db().$transaction(async (tx) => {
      await enqueueJob(tx, { kind: "stamp", key: "a", worksheetId: null, input: { mark: "a" } });
      throw new Error("refused");
    });
    await expect(act).rejects.toThrow("refused");
    expect(await jobs()).toEqual([]);
  });

  it("that fails by name is tried again, and forgets its error once it is done", async () => {
    const failed: string[] = [];
    start(
      stamp(async (_input, { number }) => {
        if (number < 3) throw new JobError("server_busy", { retryAfterS: 0 });
        failed.push(...(await jobs()).map((job) => job.error));
        return {};
      }),
    );
    await ask("a");
    await until(async () => expect(await jobs()).toEqual([{ state: "done", attempts: 3, error: null }]));
    expect(failed).toEqual(["server_busy"]);
    expect(await stamps()).toEqual(["a"]);
  });

  it("waits longer after each failure, by the database clock", async () => {
    start(
      stamp(async () => {
        throw new JobError("server_busy");
      }),
    );
    await ask("a");
    await until(async () => expect(await jobs()).toEqual([{ state: "queued", attempts: 1, error: "server_busy" }]));
    const { rows } = await database.admin().query("SELECT extract(epoch FROM run_at - now())::float AS wait FROM job");
    expect(rows[0].wait).toBeGreaterThan(0.5);
    expect(rows[0].wait).toBeLessThan(2.6);
  });

  it("that cannot succeed is failed at once, with what belongs to giving up, and can be asked for again", async () => {
    let isFixed = false;
    start(
      stamp(
        async () => {
          if (!isFixed) throw new JobError("address_refused", { isFinal: true });
          return {};
        },
        { onFailed: async (tx, { error }) => void (await tx.$executeRaw`INSERT INTO stamp VALUES (${`gave up: ${error}`})`) },
      ),
    );
    await ask("a");
    await until(async () => expect(await jobs()).toEqual([{ state: "failed", attempts: 1, error: "address_refused" }]));
    expect(await stamps()).toEqual(["gave up: address_refused"]);
    isFixed = true;
    expect(await db().$transaction((tx) => retryJob(tx, { kind: "stamp", key: "a" }))).toBe(true);
    await until(async () => expect(await jobs()).toEqual([{ state: "done", attempts: 1, error: null }]));
    expect(await db().$transaction((tx) => retryJob(tx, { kind: "stamp", key: "a" }))).toBe(false);
  });

  it("that fails in ways nobody named is tried as often, and its commit leaves nothing behind", async () => {
    start(
      stamp(
        async () => ({
          commit: async () => {
            throw new Error("no such column");
          },
        }),
        { maxAttempts: 1 },
      ),
    );
    await ask("a");
    await until(async () => expect(await jobs()).toEqual([{ state: "failed", attempts: 1, error: "unexpected" }]));
    expect(await stamps()).toEqual([]);
  });

  it("whose input this version cannot read is failed by name", async () => {
    start(stamp());
    await db().$transaction((tx) => enqueueJob(tx, { kind: "stamp", key: "a", worksheetId: null, input: { ink: 1 } }));
    await until(async () => expect(await jobs()).toEqual([{ state: "failed", attempts: 1, error: "unreadable_input" }]));
  });

  it("of a kind that this process does not know stays for one that does", async () => {
    start(jobKind({ name: "other", input: z.unknown(), run: async () => ({}) }));
    await ask("a");
    const knowing = start(stamp());
    await until(async () => expect(await jobs()).toEqual([{ state: "done", attempts: 1, error: null }]));
    await knowing.stop();
  });
});

describe("several runners", () => {
  it("share 200 jobs and do each once", async () => {
    const lane = async (first: number) => {
      for (let i = first; i < 200; i += 5) await ask(`job ${i}`);
    };
    await Promise.all([0, 1, 2, 3, 4].map(lane));
    const by: number[] = [];
    for (const me of [0, 1, 2]) start(stamp(async () => ({ result: { by: by.push(me) } }), { atOnce: 4 }));
    await until(async () => expect((await jobs()).filter((job) => job.state === "done")).toHaveLength(200));
    expect(await stamps()).toHaveLength(200);
    expect(new Set(await stamps()).size).toBe(200);
    expect(new Set(by).size).toBeGreaterThan(1);
  });

  it("do not count what one of them finishes after its lease was lost", async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    // As if this process had stood still: it never renews, and finishes long after another one took over.
    start(
      stamp(async () => held.then(() => ({ commit: async (tx) => void (await tx.$executeRaw`INSERT INTO stamp VALUES ('late')`) })), {
        atOnce: 1,
      }),
      600_000,
    );
    await ask("a");
    await until(async () => expect((await jobs())[0]?.state).toBe("running"));
    await database.admin().query("UPDATE job SET lease_until = now() - interval '1 second'");
    start(stamp());
    await until(async () => expect(await jobs()).toEqual([{ state: "done", attempts: 2, error: null }]));
    release();
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    expect(await stamps()).toEqual(["a"]);
    expect(await jobs()).toEqual([{ state: "done", attempts: 2, error: null }]);
  });

  it("renew the lease while the work goes on, so that nobody else starts it", async () => {
    const started: number[] = [];
    const slow = stamp(async () => {
      started.push(1);
      // Until three times the lease it began with has passed.
      await until(async () => {
        const { rows } = await database
          .admin()
          .query("SELECT clock_timestamp() - created_at > interval '900 milliseconds' AS long FROM job");
        expect(rows[0].long).toBe(true);
      });
      return {};
    });
    start(slow, 300);
    start(slow, 300);
    await ask("a");
    await until(async () => expect(await jobs()).toEqual([{ state: "done", attempts: 1, error: null }]));
    expect(started).toHaveLength(1);
  });
});

describe("a runner that ends in the middle", () => {
  const victim = (step: string) => {
    const child = spawn(process.execPath, ["--import", "./register.mjs", "lib/server/testing/job-victim.ts"], {
      env: { ...process.env, VICTIM_STEP: step },
      stdio: ["ignore", "pipe", "inherit"],
    });
    return {
      child,
      ended: new Promise<NodeJS.Signals | number | null>((done) => child.once("exit", (code, signal) => done(signal ?? code))),
    };
  };

  it.each(["working", "committing"])("killed while %s leaves its job to the next one, which does it once", async (step) => {
    await ask("a");
    expect(await victim(step).ended).toBe("SIGKILL");
    expect(await stamps()).toEqual([]);
    start(stamp());
    await until(async () => expect(await jobs()).toEqual([{ state: "done", attempts: 2, error: null }]));
    expect(await stamps()).toEqual(["a"]);
  });

  it("that kills its process each time is given up by name", async () => {
    await ask("a");
    await database.admin().query("UPDATE job SET state = 'running', attempts = 8, lease_until = now() - interval '1 second'");
    start(stamp());
    await until(async () => expect((await jobs())[0]).toMatchObject({ state: "failed", error: "interrupted" }));
    expect(await stamps()).toEqual([]);
  });

  it("asked to stop gives back what it cannot finish, at once and without counting the attempt", async () => {
    await ask("a");
    const { child, ended } = victim("hanging");
    await new Promise((done) => child.stdout.once("data", done));
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(await jobs()).toEqual([{ state: "queued", attempts: 0, error: null }]);
  });

  it("waits for a job that is nearly done", async () => {
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    const runner = start(stamp(async () => held.then(() => ({}))));
    await ask("a");
    await until(async () => expect((await jobs())[0]?.state).toBe("running"));
    const stopped = runner.stop(5_000);
    release();
    await stopped;
    expect(await jobs()).toEqual([{ state: "done", attempts: 1, error: null }]);
  });
});
