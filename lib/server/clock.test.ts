import { afterEach, describe, expect, it, vi } from "vitest";
import { followDatabaseClock, now } from "./clock";
import { db } from "./db/client";
import { databaseNow } from "./db/database-now";
import { ApiClient, aTeam, cookieOf, op } from "./testing/client";
import { freshDatabase } from "./testing/database";

const database = freshDatabase();
const client = new ApiClient();
const HOUR_MS = 3_600_000;

/** This machine's clock, hours off from the database's. */
const setClock = (hours: number) =>
  vi.useFakeTimers({ toFake: ["Date"], now: performance.timeOrigin + performance.now() + hours * HOUR_MS });
const askDatabase = () => databaseNow(db());

afterEach(() => void vi.useRealTimers());

describe("with an app clock that is off", () => {
  it.each([-3, 240])("by %d hours, a join code opens for eight hours of the database's time and not a minute longer", async (hours) => {
    setClock(hours);
    const { id, facilitator } = await aTeam(client);
    const { code } = (await client.call("POST", `/worksheets/${id}/code`, { opId: op() }, { token: facilitator })).body;
    const open = async () => (await client.browser()("POST", "/sessions", { code })).status;
    const age = (minutes: number) =>
      database
        .admin()
        .query("UPDATE link SET expires_at = expires_at - make_interval(mins => $2) WHERE worksheet_id = $1 AND kind = 'code'", [
          id,
          minutes,
        ]);
    expect(await open()).toBe(200);
    await age(8 * 60 - 1);
    expect(await open()).toBe(200);
    await age(2);
    expect(await open()).toBe(404);
  });

  it("that lags, a return link made for somebody else still opens nothing that they saved before it", async () => {
    setClock(-3);
    const { id, facilitator, bo } = await aTeam(client);
    const fields = { "y3.users": { value: 735_190_264_333, baseVersion: 0 } };
    await client.call("PUT", `/worksheets/${id}/answers/scale`, { opId: op(), round: 1, fields }, { token: bo });
    const { you } = (await client.call("GET", `/worksheets/${id}`, undefined, { token: bo })).body as { you: { memberId: string } };
    const made = await client.call("POST", `/worksheets/${id}/members/${you.memberId}/return-link`, { opId: op() }, { token: facilitator });
    const opened = await client.browser()("POST", "/sessions", { token: String(made.body.link).split("#")[1] });
    expect((await client.browser(cookieOf(opened))("GET", `/worksheets/${id}`)).text).not.toContain("735190264333");
  });

  it("and that is set while the app runs, people are here, leads are present and timers run by the database's", async () => {
    await followDatabaseClock(askDatabase);
    setClock(240);
    const { id, facilitator, bo } = await aTeam(client);
    await client.call("PUT", `/worksheets/${id}/timer`, { opId: op(), action: "start", seconds: 300 }, { token: facilitator });
    const read = await client.call("GET", `/worksheets/${id}/workshop`, undefined, { token: bo });
    const view = read.body as { now: string; mayTakeOver: boolean; lead: { isHere: boolean }; timer: { startedAt: string } };
    expect(view).toMatchObject({ mayTakeOver: false, lead: { isHere: true } });
    const sinceStart = Date.parse(view.now) - Date.parse(view.timer.startedAt);
    expect(sinceStart).toBeGreaterThanOrEqual(0);
    expect(sinceStart).toBeLessThan(10_000);
    expect(Math.abs(now().getTime() - (await askDatabase()).getTime())).toBeLessThan(1_000);
  });
});
