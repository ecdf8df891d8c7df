import { beforeAll, describe, expect, it } from "vitest";
import { type Accepted, anAcceptedDecision } from "../testing/accepted";
import { ApiClient, aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aKey, aSpace, moveIn, type SpaceTeam } from "../testing/space";

const database = freshDatabase();
const client = new ApiClient();

const LINE = { type: "metric", metric: "scale.now.writes_s", direction: "above", threshold: 10_000, owner: null, measuredAt: "" } as const;
const OWN = { ...LINE, metric: "p99 latency", direction: "above", threshold: 50 } as const;
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const item = (change: Record<string, unknown> = {}) => ({
  metric: "writes_s",
  value: 120,
  unit: "per_second",
  at: ago(0),
  source: "grafana",
  ...change,
});

let team: Accepted;
let space: SpaceTeam;
let key: string;
beforeAll(async () => {
  team = await anAcceptedDecision(client, undefined, [LINE, OWN]);
  space = await aSpace(client);
  await moveIn(client, team, space);
  key = (await aKey(client, space, ["write:metrics"])).key;
  await database.admin().query("UPDATE revision SET decided_at = now() - interval '1 year' WHERE worksheet_id = $1", [team.id]);
});

const send = (metrics: unknown[], { token = key, id = team.id, ...rest }: Record<string, string> = {}) =>
  client.call("POST", `/worksheets/${id}/metrics`, { metrics, ...rest }, { token });
const kept = async () => (await database.admin().query("SELECT metric, value, unit, source FROM metric ORDER BY metric, at")).rows;
const paths = (reply: { body: Record<string, unknown> }) => (reply.body.errors as { path: string }[]).map(({ path }) => path);

describe("reporting actual numbers", () => {
  it("keeps none of a batch with a wrong name, unit or time, and names each", async () => {
    const reply = await send([
      item(),
      item({ unit: "ms" }),
      item({ metric: "latency" }),
      item({ at: new Date(Date.now() + 600_000).toISOString() }),
      item({ at: "2001-01-01T00:00:00Z" }),
    ]);
    expect(reply.status).toBe(422);
    expect(paths(reply)).toEqual(["metrics.1.unit", "metrics.2.metric", "metrics.3.at", "metrics.4.at"]);
    expect(await kept()).toEqual([]);
    for (const wrong of [{ value: -1 }, { value: "5" }, { at: "yesterday" }, { source: "" }, { extra: 1 }])
      expect((await send([item(wrong)])).status).toBe(422);
    expect((await send([])).status).toBe(422);
    expect((await send(Array.from({ length: 201 }, () => item()))).status).toBe(422);
  });

  it("keeps a number once however often and at whatever moment it is sent, and refuses another value for it", async () => {
    const metrics = [item({ at: ago(3) }), item({ metric: "data_gb", value: 2, unit: "TB", at: ago(3) })];
    const replies = await Promise.all([send(metrics), send(metrics), send(metrics)]);
    expect(replies.map(({ body }) => body.added).sort()).toEqual([0, 0, 2]);
    expect(await kept()).toMatchObject([
      { metric: "scale.now.data_gb", value: 2000, unit: "gb" },
      { metric: "scale.now.writes_s", value: 120, unit: "per_second", source: "grafana" },
    ]);
    const other = await send([item({ at: ago(1), value: 5 }), { ...metrics[0], value: 121 }]);
    expect([other.status, paths(other)]).toEqual([422, ["metrics.1.value"]]);
    expect(await kept()).toHaveLength(2);
  });

  it("returns the first reply of a repeated operation", async () => {
    const [opId, metrics] = [op(), [item({ at: ago(9) })]];
    const [first, again] = [await send(metrics, { opId }), await send(metrics, { opId })];
    expect(first.body).toEqual({ added: 1, known: 0, fired: [] });
    expect(again.body).toEqual(first.body);
    expect((await send([item({ at: ago(8) })], { opId })).status).toBe(422);
  });

  it("takes the record's own names, and the unit of their first report", async () => {
    expect((await send([item({ metric: "P99 Latency", value: 20, unit: "ms", at: ago(4) })])).status).toBe(200);
    expect(paths(await send([item({ metric: "p99 latency", unit: "s", at: ago(3) })]))).toEqual(["metrics.0.unit"]);
  });

  it("fires a line that is passed once, and shows the latest number with its source", async () => {
    const reply = await send([item({ value: 12_000, at: ago(5), source: "db-3" }), item({ value: 13_000, at: ago(4), source: "db-3" })]);
    expect(reply.body.fired).toMatchObject([{ text: "When metric comes" }]);
    expect((await send([item({ value: 14_000, source: "db-3" })])).body.fired).toEqual([]);
    const reviews = await client.call("GET", `/worksheets/${team.id}/reviews`, undefined, { token: team.bo });
    expect(reviews.body.due).toMatchObject([{ kind: "metric", value: 12_000, threshold: 10_000, source: "db-3" }]);
    expect(reviews.body.reported).toMatchObject([
      { metric: "p99 latency", unit: "ms" },
      { metric: "scale.now.data_gb", value: 2000 },
      { metric: "scale.now.writes_s", value: 14_000, source: "db-3", by: "cron" },
    ]);
  });

  it("makes the decision due in the log since the number was seen, though its day is ahead", async () => {
    const page = await client.call("GET", `/spaces/${space.id}/log?due=now`, undefined, { token: space.bo });
    const today = new Date().toISOString().slice(0, 10);
    expect(page.body).toMatchObject({ due: 1, entries: [{ number: 1, isDue: true, dueSince: today }] });
    expect((page.body.entries as { reviewOn: string }[])[0]?.reviewOn.slice(0, 4)).toBe(String(new Date().getUTCFullYear() + 1));
  });

  it("finds the worksheet by the number of its decision", async () => {
    const metrics = [item({ at: ago(7) })];
    const byNumber = (number: string) =>
      client.call("POST", `/spaces/${space.id}/decisions/${number}/metrics`, { metrics }, { token: key });
    expect([(await byNumber("ADR-0001")).status, (await byNumber("1")).body.known]).toEqual([200, 1]);
    for (const number of ["2", "x", "0x1", "-1"]) expect((await byNumber(number)).status).toBe(404);
  });

  it("is for a key with that scope, or somebody who takes part", async () => {
    const { key: reader } = await aKey(client, space, ["read:log"]);
    const { key: stranger } = await aKey(client, await aSpace(client), ["write:metrics"]);
    const status = async (token: string) => (await send([item({ at: ago(6) })], { token })).status;
    expect([await status(reader), await status(stranger), await status(team.observer), await status(team.bo)]).toEqual([
      403, 404, 403, 200,
    ]);
  });

  it("refuses while nothing is accepted", async () => {
    const fresh = await aTeam(client);
    expect((await send([item()], { id: fresh.id, token: fresh.facilitator })).status).toBe(409);
  });

  it("keeps the latest thousand of a number", async () => {
    await database.admin().query(
      `INSERT INTO metric (id, worksheet_id, metric, value, unit, at, source, by_name)
       SELECT gen_random_uuid(), $1, 'scale.now.users', i, 'people', now() - i * interval '1 minute', 'many', 'x' FROM generate_series(1, 1200) i`,
      [team.id],
    );
    await send([item({ metric: "users", value: 7, unit: "people" })]);
    const { rows } = await database
      .admin()
      .query("SELECT count(*)::int AS n, max(value)::int AS oldest FROM metric WHERE metric = 'scale.now.users'");
    expect(rows).toEqual([{ n: 1000, oldest: 999 }]);
  });

  it("limits the calls of a key", async () => {
    const { key: busy } = await aKey(client, space, ["write:metrics"]);
    const path = `/spaces/${space.id}/decisions/999/metrics`;
    const calls = Array.from({ length: 301 }, () => client.call("POST", path, { metrics: [item()] }, { token: busy }));
    const statuses = (await Promise.all(calls)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });
});
