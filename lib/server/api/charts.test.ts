import { describe, expect, it } from "vitest";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();
const CHARTS = ["cost-against-load.svg", "cost-over-time.svg", "total-cost.svg", "cost-drivers.svg"] as const;

const get = (team: Team, path: string) => client.call("GET", `/worksheets/${team.id}/${path}`, undefined, { token: team.observer });

async function aRevealedTeam(fields: Record<string, unknown>): Promise<Team> {
  const team = await aTeam(client);
  const given = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value, baseVersion: 0 }]));
  const answer = { opId: op(), round: 1, fields: given };
  if (Object.keys(fields).length > 0) await client.call("PUT", `/worksheets/${team.id}/answers/scale`, answer, { token: team.bo });
  await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator });
  return team;
}

describe("the charts as files", () => {
  it("are drawings of their own with title and description, and each has its rows as CSV", async () => {
    const team = await aRevealedTeam({ "now.reads_s": 80, "now.writes_s": 20, "y3.reads_s": 800, "y3.writes_s": 200 });
    for (const chart of CHARTS) {
      const reply = await get(team, `charts/${chart}`);
      expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "image/svg+xml; charset=utf-8"]);
      expect(reply.text).toMatch(/^<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/u);
      expect(reply.text).not.toMatch(/costsheet\.|costs\.chart|undefined|NaN/u);
    }
    expect((await get(team, "costs-over-time.csv")).text).toMatch(/^path,month,.*\r\n(?:low|typical),0,/u);
    expect((await get(team, "total-cost.csv")).text).toMatch(/^months,design,.*\r\n12,A,/u);
    expect((await get(team, "cost-drivers.csv")).text).toMatch(/^months,cheapest,.*\r\n12,[A-D]\d?,/u);
  });

  it("do not exist where nothing can be priced, and wait for the reveal like the costs", async () => {
    const blank = await aRevealedTeam({});
    expect((await get(blank, `charts/${CHARTS[0]}`)).body.code).toBe("not_found");
    const early = await aTeam(client);
    expect((await get(early, `charts/${CHARTS[0]}`)).body.code).toBe("not_revealed");
    expect((await get(early, "charts/other.svg")).status).toBe(422);
  });
});
