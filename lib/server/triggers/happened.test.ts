import { beforeAll, describe, expect, it } from "vitest";
import { type Accepted, anAcceptedDecision } from "../testing/accepted";
import { ApiClient, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSpace, moveIn, type SpaceTeam } from "../testing/space";

const database = freshDatabase();
const client = new ApiClient();
const rows = async (sql: string, values: unknown[] = []) => (await database.admin().query(sql, values)).rows;

let team: Accepted;
let space: SpaceTeam;
beforeAll(async () => {
  const common = { owner: null, measuredAt: "" };
  team = await anAcceptedDecision(client, undefined, [
    { type: "metric", metric: "scale.now.writes_s", direction: "above", threshold: 10_000, ...common },
    { type: "event", ...common },
  ]);
  space = await aSpace(client);
  await moveIn(client, team, space);
  await rows(
    `INSERT INTO webhook (id, space_id, url, events, secret, by_member_id, by_name)
     VALUES (gen_random_uuid(), $1, 'https://hooks.example', '{trigger.fired}', '', gen_random_uuid(), 'Ada')`,
    [space.id],
  );
});

const report = (token: string, key: string) => client.call("POST", `/worksheets/${team.id}/happenings`, { opId: op(), key }, { token });
const reviews = async () => (await client.call("GET", `/worksheets/${team.id}/reviews`, undefined, { token: team.bo })).body;

describe("an event of the record", () => {
  it("waits until somebody who takes part says that it happened", async () => {
    const [event] = (await reviews()).events as { key: string; text: string; at: string | null }[];
    expect(event).toMatchObject({ text: "When event comes", at: null, by: null });
    expect((await report(team.observer, event?.key ?? "")).status).toBe(403);
    expect((await report(team.bo, "event:99")).status).toBe(404);
    // The other line of the record is a number's: nobody can say it into being.
    expect((await report(team.bo, "metric:0")).status).toBe(404);
    expect(await rows("SELECT 1 FROM firing")).toEqual([]);
  });

  it("fires once, by whoever says it first: due in the log, in calendars and for webhooks, with a name and a time", async () => {
    // As an earlier version left it.
    await rows("DELETE FROM due_trigger WHERE kind = 'event'");
    const [{ key } = { key: "" }] = (await reviews()).events as { key: string }[];
    const replies = await Promise.all([report(team.bo, key), report(team.cy, key), report(team.facilitator, key)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await rows("SELECT count(*)::int AS n FROM firing")).toEqual([{ n: 1 }]);
    expect(await rows("SELECT event, body::json -> 'data' ->> 'kind' AS kind FROM delivery")).toEqual([
      { event: "trigger.fired", kind: "event" },
    ]);
    const acts = await rows("SELECT payload FROM audit_event WHERE payload LIKE '%event_happened%' OR payload LIKE '%trigger_fired%'");
    expect(acts).toHaveLength(2);

    const { due, events } = await reviews();
    const by = expect.stringMatching(/^(Ada|Bo|Cy)$/u);
    expect(due).toMatchObject([{ kind: "event", text: "When event comes", by }]);
    expect(events).toMatchObject([{ key, at: expect.any(String), by }]);
    const log = await client.call("GET", `/spaces/${space.id}/log?due=now`, undefined, { token: space.bo });
    expect(log.body).toMatchObject({ due: 1, entries: [{ isDue: true }] });
    const feed = await client.call("POST", `/spaces/${space.id}/feeds`, { opId: op(), name: "Ours" }, { token: space.bo });
    const path = new URL(String(feed.body.url)).pathname.replace("/api/v1", "");
    expect((await client.call("GET", path)).text).toContain("It has happened\\, look again");
  });

  it("is answered by a review, and not said again", async () => {
    const [{ key } = { key: "" }] = (await reviews()).events as { key: string }[];
    const today = new Date().toISOString().slice(0, 10);
    const lookAgainOn = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
    const look = { opId: op(), on: today, actuals: [], outcome: "still_right", lookAgainOn };
    expect((await client.call("POST", `/worksheets/${team.id}/reviews`, look, { token: team.bo })).status).toBe(201);
    expect((await reviews()).due).toEqual([]);
    const again = await report(team.cy, key);
    expect([again.status, again.body.code, again.body.by]).toEqual([409, "illegal_transition", expect.stringMatching(/^(Ada|Bo|Cy)$/u)]);
  });
});
