import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../db/client";
import { anAcceptedDecision } from "../testing/accepted";
import { ApiClient, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSpace, moveIn, type SpaceTeam } from "../testing/space";
import { fireDue } from "../triggers/fire";

const database = freshDatabase();
const client = new ApiClient();
const LINE = { type: "metric", metric: "scale.now.writes_s", direction: "above", threshold: 100, owner: null, measuredAt: "" } as const;

let space: SpaceTeam;
let id: string;
let path: string;
let feedId: string;
beforeAll(async () => {
  space = await aSpace(client);
  const team = await anAcceptedDecision(client, "Which store, for orders?", [LINE]);
  id = team.id;
  await moveIn(client, team, space);
  const made = await client.call("POST", `/spaces/${space.id}/feeds`, { opId: op(), name: "Bo's calendar" }, { token: space.bo });
  const url = new URL(String(made.body.url));
  feedId = String(made.body.id);
  path = url.pathname.replace("/api/v1", "");
});

const read = (at = path) => client.call("GET", at);
const uids = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gmu)].map(([, uid]) => uid);

describe("a space's calendar feed", () => {
  it("has the days to look again under names that stay, and no word of any answer", async () => {
    const [first, second] = [await read(), await read()];
    expect([first.status, first.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(uids(first.text)).toHaveLength(1);
    expect(uids(second.text)).toEqual(uids(first.text));
    expect(first.text.replaceAll("\r\n ", "")).toContain("SUMMARY:Look again: ADR-0001 Which store\\, for orders?\r\n");
    expect(first.text).not.toMatch(/PostgreSQL|relational|10,000/u);
    expect(first.headers.get("cache-control")).toBe("no-store, private");
  });

  it("has a number that passed its line until somebody looks", async () => {
    await database.admin().query(
      `INSERT INTO metric (id, worksheet_id, metric, value, unit, at, source, by_name)
       VALUES (gen_random_uuid(), $1, 'scale.now.writes_s', 500, 'per_second', now(), 'grafana', 'cron')`,
      [id],
    );
    await db().$transaction((tx) => fireDue(tx, id));
    expect((await read()).text.replaceAll("\r\n ", "")).toContain("SUMMARY:A number passed its line: ADR-0001");
    await database.admin().query("UPDATE log_entry SET status = 'deprecated'");
    expect(uids((await read()).text)).toEqual([]);
    await database.admin().query("UPDATE log_entry SET status = 'accepted'");
  });

  it("is 404 without its secret, and keeps only a hash of it", async () => {
    const wrong = [await read(`/calendars/c_${"A".repeat(43)}.ics`), await read(`/calendars/${space.id}.ics`), await read("/calendars/x")];
    expect(wrong.map(({ status }) => status)).toEqual([404, 404, 404]);
    const secret = /c_[\w-]{43}/u.exec(path)?.[0] ?? "?";
    const { rows } = await database
      .admin()
      .query("SELECT f::text AS row FROM calendar_feed f UNION ALL SELECT reply::text FROM op UNION ALL SELECT payload FROM audit_event");
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it("ends with its revocation, by its owner or a facilitator", async () => {
    const revoke = (token: string) => client.call("DELETE", `/spaces/${space.id}/feeds/${feedId}`, undefined, { token });
    expect((await revoke(space.observer)).status).toBe(403);
    expect((await revoke(space.bo)).status).toBe(204);
    expect((await read()).status).toBe(404);
    expect((await revoke(space.facilitator)).status).toBe(404);
  });
});
