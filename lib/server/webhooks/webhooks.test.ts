import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { webhookListSchema } from "@/lib/domain/space/webhooks";
import { db } from "../db/client";
import { env } from "../env";
import { JobRunner } from "../jobs/runner";
import { type Accepted, anAcceptedDecision } from "../testing/accepted";
import { ApiClient, aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { isGenuine, openReceiver } from "../testing/hook-receiver";
import { aSpace, moveIn, type SpaceTeam } from "../testing/space";
import { fireDue } from "../triggers/fire";
import { webhookJob } from "./deliver-job";
import { isPublicAddress, PrivateAddress, resolvePublic } from "./public-address";

const database = freshDatabase();
const client = new ApiClient();
const runners: JobRunner[] = [];
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let space: SpaceTeam;
let team: Accepted;
let hook: { id: string; secret: string };

const allowPrivate = (isAllowed: boolean) => {
  process.env.WEBHOOK_ALLOW_PRIVATE = isAllowed ? "1" : "0";
  delete (globalThis as { __shortlistEnv?: unknown }).__shortlistEnv;
  env();
};
const add = async (url: string, events = ["trigger.fired"]) =>
  client.call("POST", `/spaces/${space.id}/webhooks`, { opId: op(), url, events }, { token: space.facilitator });
const hooks = async () =>
  webhookListSchema.parse((await client.call("GET", `/spaces/${space.id}/webhooks`, undefined, { token: space.facilitator })).body)
    .webhooks;
const latest = async () => (await hooks()).find(({ id }) => id === hook.id)?.deliveries[0];
const again = (deliveryId: string) =>
  client.call(
    "POST",
    `/spaces/${space.id}/webhooks/${hook.id}/deliveries/${deliveryId}/redelivery`,
    { opId: op() },
    { token: space.facilitator },
  );
const start = () => runners.push(new JobRunner({ kinds: [webhookJob], pollMs: 50, leaseMs: 1_500 }));
const until = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 30_000, interval: 30 });
/** The next attempt is due now, as if the wait were over. */
const hurry = () => database.admin().query("UPDATE job SET run_at = now() WHERE kind = 'webhook' AND state = 'queued' AND attempts > 0");
const nowS = () => Date.now() / 1000;

beforeAll(async () => {
  allowPrivate(true);
  receiver = await openReceiver();
  space = await aSpace(client);
  team = await anAcceptedDecision(client);
  await moveIn(client, team, space);
  hook = (await add(receiver.url)).body as typeof hook;
});
beforeEach(async () => {
  allowPrivate(true);
  receiver.state.tries = [];
  await database.admin().query("TRUNCATE job, delivery, firing");
  await database.admin().query("UPDATE due_trigger SET due_on = current_date");
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop(0)));
});
afterAll(() => receiver.close());

describe("a webhook", () => {
  it("whose receiver drops the first two tries gets exactly one event in the end, signed", async () => {
    receiver.state.mishaps = ["hang_up", 500];
    await Promise.all([1, 2].map(() => db().$transaction((tx) => fireDue(tx, team.id))));
    start();
    start();
    await until(async () => {
      await hurry();
      expect(await latest()).toMatchObject({ state: "delivered", attempts: 3, lastStatus: 204, lastError: null });
    });
    expect(receiver.state.tries).toHaveLength(1);
    const [got] = receiver.state.tries;
    const message = JSON.parse(got?.body ?? "");
    expect(message).toMatchObject({
      event: "trigger.fired",
      decision: { worksheetId: team.id, number: 1, url: `http://localhost:3000/w/${team.id}/revisit` },
      data: { kind: "date", revision: 1 },
    });
    expect([got?.event, got?.delivery]).toEqual(["trigger.fired", message.id]);
    const signed = got ?? { signature: "", body: "" };
    expect(isGenuine(signed, { secret: hook.secret, nowS: nowS() })).toBe(true);
    expect(isGenuine({ ...signed, body: `${signed.body} ` }, { secret: hook.secret, nowS: nowS() })).toBe(false);
    expect(isGenuine({ ...signed, signature: signed.signature.replace(/t=\d+/u, "t=1") }, { secret: hook.secret, nowS: 1 })).toBe(false);
    expect(isGenuine(signed, { secret: "whsec_other", nowS: nowS() })).toBe(false);
    expect(isGenuine(signed, { secret: hook.secret, nowS: nowS() + 301 })).toBe(false);
  });

  it("takes a redirect for a refusal, gives up by name after its attempts, and can be sent again by hand", async () => {
    receiver.state.mishaps = Array.from({ length: 10 }, () => 302 as const);
    await db().$transaction((tx) => fireDue(tx, team.id));
    start();
    await until(async () => {
      await hurry();
      expect(await latest()).toMatchObject({ state: "failed", attempts: 10, lastStatus: 302, lastError: "webhook_status" });
    });
    const id = (await latest())?.id ?? "";
    expect((await again(id)).status).toBe(202);
    await until(async () => expect(await latest()).toMatchObject({ state: "delivered", attempts: 11 }));
    expect(receiver.state.tries).toHaveLength(1);
    expect((await again(id)).status).toBe(202);
    await until(() => expect(receiver.state.tries).toHaveLength(2));
  });

  it("is tried with a ping, told nothing once removed, and never shows its secret again", async () => {
    const other = (await add(receiver.url)).body as typeof hook;
    const path = `/spaces/${space.id}/webhooks/${other.id}`;
    expect((await client.call("POST", `${path}/ping`, { opId: op() }, { token: space.facilitator })).status).toBe(202);
    start();
    await until(() => expect(receiver.state.tries.map(({ event }) => event)).toEqual(["ping"]));
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await db().$transaction((tx) => fireDue(tx, team.id));
    expect((await client.call("DELETE", path, undefined, { token: space.facilitator })).status).toBe(204);
    start();
    await until(async () => expect((await latest())?.state).toBe("delivered"));
    expect(receiver.state.tries).toHaveLength(2);
    expect(JSON.stringify(await hooks())).not.toContain("whsec_");
    const { rows } = await database.admin().query("SELECT w::text AS row FROM webhook w");
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(hook.secret).toString("hex"));
  });

  it("of a worksheet that stands alone is told of its acceptance, and is refused in a space", async () => {
    const alone = await aTeam(client);
    const body = { opId: op(), url: receiver.url, events: ["decision.accepted"] };
    expect((await client.call("POST", `/worksheets/${alone.id}/webhooks`, body, { token: alone.facilitator })).status).toBe(201);
    const inSpace = await client.call("POST", `/worksheets/${team.id}/webhooks`, { ...body, opId: op() }, { token: team.facilitator });
    expect(inSpace.status).toBe(409);
  });
});

describe("an address in a private network", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "0.0.0.0",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fc00::1",
    "fdff::1",
    "fe80::1%eth0",
    "::ffff:127.0.0.1",
    "::ffff:a00:1",
    "::127.0.0.1",
    "64:ff9b::a00:1",
    "2002:7f00:1::",
    "ff02::1",
    "example.org",
    "",
  ])("is known: %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(["1.1.1.1", "172.32.0.1", "172.15.255.255", "192.167.255.255", "11.0.0.1", "2606:4700::1111", "[2606:4700::1111]"])(
    "is not every address: %s",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it("is refused however it is written, also when a name leads to it", async () => {
    allowPrivate(false);
    for (const url of [
      "https://127.0.0.1/x",
      "https://localhost/x",
      "https://0x7f000001/x",
      "https://2130706433/x",
      "https://127.1/x",
      "https://[::1]/x",
      "https://[::ffff:10.0.0.1]/x",
      "http://1.1.1.1/x",
      "https://user@1.1.1.1/x",
      "ftp://1.1.1.1/x",
    ]) {
      const reply = await add(url);
      expect([url, reply.status, (reply.body.errors as { path: string }[] | undefined)?.[0]?.path]).toEqual([url, 422, "url"]);
    }
    await expect(resolvePublic("localhost", { allowPrivate: false })).rejects.toBeInstanceOf(PrivateAddress);
  });

  it("is refused at the sending too, for good, and nothing arrives", async () => {
    await db().$transaction((tx) => fireDue(tx, team.id));
    allowPrivate(false);
    start();
    await until(async () => expect(await latest()).toMatchObject({ state: "failed", attempts: 1, lastError: "webhook_private" }));
    expect(receiver.state.tries).toEqual([]);
  });
});
