import { spawn } from "node:child_process";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { signedCheckpointSchema } from "@/lib/domain/audit/checkpoint";
import { verifyCheckpoint } from "@/lib/domain/audit/verify-checkpoint";
import { listTables } from "../backup/tables";
import { db } from "../db/client";
import { JobRunner } from "../jobs/runner";
import { CHECKPOINT_FILE } from "../seal/checkpoints";
import { op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { approve, approver, aWrittenDecision, client, freeze, post, put, viewOf, write } from "../testing/decision";
import { openMailbox, readMail, useMailServer } from "../testing/mailbox";
import { fireDue } from "../triggers/fire";
import { mailJob } from "./mail-job";
import { queueMailToApprovers } from "./queue-mail";

const database = freshDatabase();
let mailbox: Awaited<ReturnType<typeof openMailbox>>;
const runners: JobRunner[] = [];

beforeAll(async () => {
  mailbox = await openMailbox();
});
beforeEach(async () => {
  useMailServer(mailbox.url);
  mailbox.received.length = 0;
  mailbox.state.refusal = null;
  mailbox.state.onMail = null;
  await database.admin().query("TRUNCATE job");
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop(0)));
});
afterAll(() => mailbox.close());

const start = () => runners.push(new JobRunner({ kinds: [mailJob], pollMs: 50, leaseMs: 1_500 }));
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 45_000, interval: 30 });
const mails = () => mailbox.received.map(readMail);
const tokenIn = (text: string) => /#(a_[\w-]{43})/u.exec(text)?.[1] ?? "";
const hurry = () => database.admin().query("UPDATE job SET run_at = now() WHERE state = 'queued' AND run_at < now() + interval '1 hour'");
const jobs = async () =>
  (await database.admin().query("SELECT state, attempts, error FROM job WHERE run_at < now() + interval '1 hour' ORDER BY created_at"))
    .rows;
const links = async (team: Team) =>
  (await database.admin().query("SELECT mailed_to FROM link WHERE worksheet_id = $1 AND mailed_to IS NOT NULL", [team.id])).rows;

async function aMailedDecision(address = "dee.okafor@example.org") {
  const team = await aWrittenDecision();
  await approver(team, "Dee", address);
  await approver(team, "Eli");
  const { sha256 } = (await freeze(team)).body;
  const [dee, eli] = (await viewOf(team)).approvers as { id: string }[];
  return { team, sha256, dee: dee?.id ?? "", eli: eli?.id ?? "" };
}

const setUp = async (team: Team, token = team.facilitator) =>
  (await client.call("GET", `/worksheets/${team.id}/sign-off`, undefined, { token })).body as {
    isMailOn: boolean;
    approvers: Record<string, unknown>[];
  };

async function everyRow(): Promise<string> {
  const texts: string[] = [];
  for (const { name } of await listTables(database.admin()))
    texts.push(
      ...(await database.admin().query<{ text: string }>(`SELECT t::text AS text FROM "${name}" AS t`)).rows.map(({ text }) => text),
    );
  return texts.join("\n");
}

describe("an invitation by mail", () => {
  it("brings a link that no row holds and no screen shows, and an answer through it is level B", async () => {
    start();
    const { team, sha256 } = await aMailedDecision();
    await until(() => expect(mailbox.received).toHaveLength(1));
    await until(async () => expect(await jobs()).toEqual([{ state: "done", attempts: 1, error: null }]));
    const [mail] = mails();
    expect(mailbox.received[0]?.to).toEqual(["dee.okafor@example.org"]);
    expect(mail?.headers.subject).toBe("Your approval is asked: Which store for the orders?");
    const token = tokenIn(mail?.body ?? "");
    expect(token).toHaveLength(45);
    expect(await everyRow()).not.toContain(token);
    expect(await links(team)).toEqual([{ mailed_to: "d…@example.org" }]);
    const reply = await approve(team, token, { sha256 });
    expect([reply.status, reply.body]).toEqual([200, expect.objectContaining({ assurance: "B", how: "mailed_link" })]);
    const { rows } = await database
      .admin()
      .query("SELECT statement::json->>'mailedTo' AS mailed FROM approval WHERE worksheet_id = $1", [team.id]);
    expect(rows).toEqual([{ mailed: "d…@example.org" }]);
  });

  it("is in the language of the decision, with its dates, whoever asked for it", async () => {
    start();
    const team = await aWrittenDecision();
    expect((await put(team, "frame", { baseVersion: 0, language: "de" })).status).toBe(200);
    await approver(team, "Fritz", "fritz@example.org");
    await put(team, "sign-off/rule", { required: null, inOrder: false, deadline: "2099-03-01T00:00:00Z" });
    expect((await freeze(team)).status).toBe(201);
    const toFritz = () => mailbox.received.filter(({ to }) => to.includes("fritz@example.org"));
    await until(() => expect(toFritz()).toHaveLength(1));
    const [mail] = toFritz().map(readMail);
    expect(mail?.headers.subject).toBe("Deine Freigabe ist gefragt: Which store for the orders?");
    expect(mail?.body).toContain("Hallo Fritz,");
    expect(mail?.body).toContain("1. März 2099");
    expect(mail?.body).not.toMatch(/\b(?:Hello|You are|Read and|asks you|March)\b/u);
  });

  it("tells its address in full to the facilitator only", async () => {
    const { team } = await aMailedDecision();
    expect((await setUp(team)).approvers[0]).toMatchObject({ email: "dee.okafor@example.org", mail: { state: "queued", error: null } });
    expect((await setUp(team, team.bo)).approvers[0]).toMatchObject({ email: "d…@example.org", mail: null });
  });

  it("is not sent twice by a double click, and is a reminder with a link of its own later", async () => {
    start();
    const { team, dee } = await aMailedDecision();
    await until(async () => expect(await jobs()).toEqual([{ state: "done", attempts: 1, error: null }]));
    await Promise.all([1, 2, 3].map(() => post(team, `approvers/${dee}/mail`)));
    expect(await jobs()).toHaveLength(1);
    await database.admin().query("UPDATE job SET created_at = now() - interval '2 minutes'");
    expect((await post(team, `approvers/${dee}/mail`)).status).toBe(202);
    await until(() => expect(mailbox.received).toHaveLength(2));
    const [first, second] = mails();
    expect(second?.headers.subject).toBe("Still waiting for you: Which store for the orders?");
    expect(tokenIn(second?.body ?? "")).not.toBe(tokenIn(first?.body ?? ""));
  });

  it("needs a mail server and an address, and says which is missing", async () => {
    const { team, eli } = await aMailedDecision();
    expect((await post(team, `approvers/${eli}/mail`)).body).toMatchObject({ status: 422, reason: "no_address" });
    useMailServer(null);
    expect((await post(team, `approvers/${eli}/mail`, { email: "eli@example.org" })).body).toMatchObject({
      status: 409,
      reason: "no_mail",
    });
    expect((await setUp(team)).isMailOn).toBe(false);
  });

  it("goes out to one after the other when they are asked in order", async () => {
    start();
    const team = await aWrittenDecision();
    await approver(team, "Dee", "dee@example.org");
    await approver(team, "Eli", "eli@example.org");
    await put(team, "sign-off/rule", { required: null, inOrder: true, deadline: "2099-01-01T00:00:00Z" });
    const { sha256 } = (await freeze(team)).body;
    await until(() => expect(mailbox.received.map(({ to }) => to[0])).toEqual(["dee@example.org"]));
    await approve(team, tokenIn(mails()[0]?.body ?? ""), { sha256 });
    await until(() =>
      expect(mailbox.received.map(({ to }) => to[0]).sort()).toEqual(["dee@example.org", "dee@example.org", "eli@example.org"]),
    );
  });
});

describe("a mail server in trouble", () => {
  it.each<[string, { at: "rcpt" | "data"; code: number }]>([
    ["asks to come back later (greylisting)", { at: "rcpt", code: 451 }],
    ["is full for the moment", { at: "data", code: 452 }],
  ])("that %s is asked again, and one mail with one working link arrives", async (_what, refusal) => {
    mailbox.state.refusal = refusal;
    start();
    const { team } = await aMailedDecision();
    await until(async () => expect(await jobs()).toEqual([{ state: "queued", attempts: 1, error: "mail_deferred" }]));
    expect(await links(team)).toEqual([]);
    expect((await setUp(team)).approvers[0]).toMatchObject({ mail: { state: "queued", error: "mail_deferred" } });
    mailbox.state.refusal = null;
    await hurry();
    await until(async () => expect(await jobs()).toEqual([{ state: "done", attempts: 2, error: null }]));
    expect(mailbox.received).toHaveLength(1);
    expect(await links(team)).toHaveLength(1);
  });

  it.each<[string, { at: "rcpt" | "data"; code: number }, string]>([
    ["does not know the address", { at: "rcpt", code: 550 }, "mail_address_refused"],
    ["does not take the message", { at: "data", code: 554 }, "mail_refused"],
  ])("that %s ends it by name; nothing is lost, and another address works", async (_what, refusal, error) => {
    mailbox.state.refusal = refusal;
    start();
    const { team, dee } = await aMailedDecision();
    await until(async () => expect(await jobs()).toEqual([{ state: "failed", attempts: 1, error }]));
    expect(await links(team)).toEqual([]);
    mailbox.state.refusal = null;
    expect((await post(team, `approvers/${dee}/mail`, { email: "dee@elsewhere.example" })).status).toBe(202);
    await until(() => expect(mailbox.received.map(({ to }) => to)).toEqual([["dee@elsewhere.example"]]));
  });

  it("that nobody answers at is named, and tried again", async () => {
    useMailServer("smtp://127.0.0.1:1");
    start();
    await aMailedDecision();
    await until(async () => expect(await jobs()).toEqual([{ state: "queued", attempts: 1, error: "mail_unreachable" }]));
  });

  it("that took the message before its sender was killed gets it once more under the same id, and both links work", async () => {
    const { team, sha256 } = await aMailedDecision();
    const env = { ...process.env, VICTIM_STEP: "none" };
    const child = spawn(process.execPath, ["--import", "./register.mjs", "lib/server/testing/job-victim.ts"], { env, stdio: "inherit" });
    const ended = new Promise((done) => child.once("exit", (_code, signal) => done(signal)));
    mailbox.state.onMail = () => void child.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    expect((await jobs())[0]).toMatchObject({ state: "running" });
    mailbox.state.onMail = null;
    start();
    await until(async () => expect(await jobs()).toEqual([{ state: "done", attempts: 2, error: null }]));
    const [first, second] = mails();
    expect(second?.headers["message-id"]).toBe(first?.headers["message-id"]);
    expect((await approve(team, tokenIn(first?.body ?? ""), { sha256 })).body).toMatchObject({ assurance: "B" });
  }, 40_000);
});

describe("every mail", () => {
  it("is in plain text and HTML, and holds no answer, no section and no comment", async () => {
    start();
    const team = await aWrittenDecision();
    const answer = { opId: op(), round: 2, fields: { primary: { value: "document", baseVersion: 0, reason: "canary-reason" } } };
    await client.call("PUT", `/worksheets/${team.id}/answers/workload`, answer, { token: team.cy });
    await write(team, "why", "canary-why", 1);
    await write(team, "dissent", "canary-dissent");
    await approver(team, "Dee", "dee@example.org");
    const look = { type: "date", date: "2031-05-04", owner: null, measuredAt: "" };
    await put(team, "decision/marks", { mark: { kind: "trigger", key: op(), text: "By then", data: look } });
    const { sha256 } = (await freeze(team)).body;
    const [dee] = (await viewOf(team)).approvers as { id: string }[];
    await until(() => expect(mailbox.received).toHaveLength(1));
    await database.admin().query("UPDATE job SET created_at = now() - interval '2 minutes'");
    await post(team, `approvers/${dee?.id}/mail`);
    await until(() => expect(mailbox.received).toHaveLength(2));
    await approve(team, tokenIn(mails()[0]?.body ?? ""), { sha256, verdict: "disagree_and_commit", comment: "canary-comment" });
    await db().$transaction((tx) =>
      queueMailToApprovers(tx, { template: "pdf_ready", worksheetId: team.id, n: 1, origin: "http://localhost:3000" }),
    );
    const { rows } = await database.admin().query("SELECT key FROM due_trigger WHERE worksheet_id = $1", [team.id]);
    expect(rows).toEqual([{ key: "date:2031-05-04" }]);
    await database.admin().query("UPDATE due_trigger SET due_on = current_date WHERE worksheet_id = $1", [team.id]);
    await until(() => expect(mailbox.received).toHaveLength(4));
    const head = await database.admin().query("SELECT hash FROM audit_event WHERE chain = $1 ORDER BY seq DESC LIMIT 1", [team.id]);
    expect(await db().$transaction((tx) => fireDue(tx, team.id))).toHaveLength(1);
    await until(() => expect(mailbox.received).toHaveLength(5));
    expect(
      mails()
        .map(({ headers }) => headers.subject?.split(":")[0])
        .sort(),
    ).toEqual([
      "Still waiting for you",
      "The sealed record is ready",
      "Time to look again",
      "Your answer is recorded",
      "Your approval is asked",
    ]);
    const confirmation = mails().find(({ headers }) => headers.subject?.startsWith("Your answer"))?.body ?? "";
    expect(confirmation).toContain(head.rows[0].hash);
    const raw = mailbox.received.find((one) => one.raw.includes(CHECKPOINT_FILE))?.raw ?? "";
    const [attached = ""] = raw.slice(raw.lastIndexOf(CHECKPOINT_FILE)).split("\r\n\r\n")[1]?.split("\r\n--") ?? [];
    const signed = signedCheckpointSchema.parse(JSON.parse(Buffer.from(attached, "base64").toString("utf8")));
    expect(await verifyCheckpoint(signed)).toMatchObject({ ok: true, statement: { chain: team.id, head: head.rows[0].hash } });
    for (const { raw } of mailbox.received) {
      expect(raw).toContain("Content-Type: text/plain");
      expect(raw).toContain("Content-Type: text/html");
      expect(raw).toMatch(/^Auto-Submitted: auto-generated/mu);
      expect(readMail({ to: [], raw }).body).not.toMatch(/canary|PostgreSQL|relational|document\b/u);
    }
  });
});
