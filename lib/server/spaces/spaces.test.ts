import { describe, expect, it } from "vitest";
import { anAcceptedDecision } from "../testing/accepted";
import { ApiClient, aTeam, cookieOf, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSpace, moveIn } from "../testing/space";

const database = freshDatabase();
const client = new ApiClient();
const get = (path: string, token: string) => client.call("GET", path, undefined, { token });

async function openInBrowser(token: string, name?: string, cookie: string | null = null) {
  const opened = await client.browser(cookie)("POST", "/space-sessions", { token });
  if (name === undefined) return { opened, cookie: cookieOf(opened) };
  const joined = await client.browser(cookieOf(opened))("POST", `/spaces/${opened.body.spaceId}/members`, { name });
  return { opened, cookie: cookieOf(joined) };
}

describe("a space's links", () => {
  it("open it for a browser, ask for a name once, and end with the link", async () => {
    const space = await aSpace(client);
    const { opened, cookie } = await openInBrowser(space.memberLink, "Cy");
    expect(opened.body).toMatchObject({ spaceId: space.id, name: "Payments team", role: "member", memberCount: 3, you: null });
    expect((await client.browser(cookie)("GET", `/spaces/${space.id}`)).body.you).toMatchObject({ name: "Cy", role: "member" });
    const again = await openInBrowser(space.memberLink, undefined, cookie);
    expect(again.opened.body.you).toMatchObject({ name: "Cy" });
    expect((await client.browser(again.cookie)("GET", "/spaces")).body.spaces).toEqual([
      { id: space.id, name: "Payments team", role: "member" },
    ]);
    await client.call("POST", `/spaces/${space.id}/links`, { opId: op(), kind: "member", revokeOld: true }, { token: space.facilitator });
    expect((await client.browser(again.cookie)("GET", `/spaces/${space.id}`)).status).toBe(401);
    expect((await client.browser()("POST", "/space-sessions", { token: space.memberLink })).status).toBe(404);
  });

  it("keep no token in the clear, in any table", async () => {
    const space = await aSpace(client);
    const tables = await database
      .admin()
      .query<{ name: string }>("SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'");
    for (const { name } of tables.rows) {
      const rows = await database.admin().query(`SELECT t::text AS text FROM ${name} t`);
      const dump = rows.rows.map((row: { text: string }) => row.text).join("\n");
      for (const secret of [space.facilitator, space.memberLink]) expect(dump).not.toContain(secret.replace(/^[a-z]+_/u, ""));
    }
  });

  it("keep one facilitator at least", async () => {
    const space = await aSpace(client);
    const { you } = (await get(`/spaces/${space.id}`, space.facilitator)).body as { you: { memberId: string } };
    const change = { opId: op(), role: "member" };
    const path = `/spaces/${space.id}/members/${you.memberId}`;
    expect((await client.call("PUT", path, change, { token: space.facilitator })).status).toBe(409);
    expect((await client.call("POST", `${path}/removal`, { opId: op() }, { token: space.facilitator })).status).toBe(409);
  });
});

describe("a worksheet of a space", () => {
  it("is read by the space's people after the reveal only, and answered from a seat of their own", async () => {
    const space = await aSpace(client);
    const team = await aTeam(client);
    const answer = { opId: op(), round: 1, fields: { "y3.users": { value: 471_147_114_711, baseVersion: 0 } } };
    await client.call("PUT", `/worksheets/${team.id}/answers/scale`, answer, { token: team.bo });
    expect((await get(`/worksheets/${team.id}`, space.bo)).status).toBe(404);
    expect((await moveIn(client, team, space)).status).toBe(200);

    const seen = await get(`/worksheets/${team.id}`, space.bo);
    expect(seen.body).toMatchObject({ you: { role: "observer" }, space: { id: space.id, name: "Payments team" } });
    expect(seen.text).not.toContain("471147114711");
    expect((await client.call("PUT", `/worksheets/${team.id}/answers/scale`, { ...answer, opId: op() }, { token: space.bo })).status).toBe(
      403,
    );

    const seats = await Promise.all([1, 2, 3].map(() => client.call("POST", `/worksheets/${team.id}/seat`, {}, { token: space.bo })));
    expect(new Set(seats.map((reply) => reply.body.memberId)).size).toBe(1);
    expect((await client.call("PUT", `/worksheets/${team.id}/answers/scale`, { ...answer, opId: op() }, { token: space.bo })).status).toBe(
      200,
    );
    const { members } = (await get(`/worksheets/${team.id}`, space.bo)).body as { members: { name: string; role: string }[] };
    expect(members.map(({ name, role }) => `${name} ${role}`)).toContain("Bo 2 member");
  });

  it("closes to whoever is taken off the space, seat or not, and stays open to who came by its own link", async () => {
    const space = await aSpace(client);
    const started = await client.call("POST", `/spaces/${space.id}/worksheets`, { opId: op(), title: "Which queue?" }, { token: space.bo });
    const id = started.body.id as string;
    expect((await get(`/worksheets/${id}`, space.bo)).body.you).toMatchObject({ name: "Bo", role: "facilitator" });
    const { link } = (await client.call("POST", `/worksheets/${id}/links`, { opId: op(), kind: "member" }, { token: space.bo })).body;
    const guest = await client.call("POST", `/worksheets/${id}/members`, { name: "Gus" }, { token: String(link).split("#")[1] ?? "" });
    const { members } = (await get(`/spaces/${space.id}`, space.bo)).body as { members: { id: string; name: string }[] };
    const bo = members.find(({ name }) => name === "Bo")?.id;
    await client.call("POST", `/spaces/${space.id}/members/${bo}/removal`, { opId: op() }, { token: space.facilitator });
    expect((await get(`/worksheets/${id}`, space.bo)).status).toBe(401);
    expect((await get(`/worksheets/${id}`, String(guest.body.memberToken))).status).toBe(200);
  });

  it("does not open what a person saved blind to the link that a facilitator made for them", async () => {
    const space = await aSpace(client);
    const started = await client.call(
      "POST",
      `/spaces/${space.id}/worksheets`,
      { opId: op(), title: "Which queue?" },
      { token: space.facilitator },
    );
    const id = started.body.id as string;
    await client.call("POST", `/worksheets/${id}/seat`, {}, { token: space.bo });
    const answer = { opId: op(), round: 1, fields: { "y3.users": { value: 471_147_114_711, baseVersion: 0 } } };
    await client.call("PUT", `/worksheets/${id}/answers/scale`, answer, { token: space.bo });
    const { members } = (await get(`/spaces/${space.id}`, space.bo)).body as { members: { id: string; name: string }[] };
    const bo = members.find(({ name }) => name === "Bo")?.id;
    const made = await client.call("POST", `/spaces/${space.id}/members/${bo}/return-link`, { opId: op() }, { token: space.facilitator });
    const token = String(made.body.link).split("#")[1] ?? "";
    const view = await get(`/worksheets/${id}`, token);
    expect([view.status, view.text.includes("471147114711")]).toEqual([200, false]);
  });
});

describe("the numbering of a space", () => {
  it("gives every decision its own number, however many are accepted at once", async () => {
    const space = await aSpace(client);
    const decisions = [
      await anAcceptedDecision(client, "One"),
      await anAcceptedDecision(client, "Two"),
      await anAcceptedDecision(client, "Three"),
    ];
    const moved = await Promise.all(decisions.map((decision) => moveIn(client, decision, space)));
    expect(moved.map(({ body }) => body.number).sort()).toEqual([1, 2, 3]);
    expect(moved.filter(({ body }) => body.renumbered)).toHaveLength(2);
    const { next, gaps } = (await get(`/spaces/${space.id}/numbers`, space.observer)).body;
    expect([next, gaps]).toEqual([4, []]);
  });

  it("goes on only ahead, says why, and takes no number from the worksheet's own field", async () => {
    const space = await aSpace(client);
    const put = (body: object) => client.call("PUT", `/spaces/${space.id}`, { opId: op(), ...body }, { token: space.facilitator });
    expect((await put({ nextNumber: 12 })).body.errors).toMatchObject([{ path: "reason" }]);
    expect((await put({ nextNumber: 12, reason: "The wiki has eleven" })).status).toBe(200);
    expect((await put({ nextNumber: 3, reason: "x" })).status).toBe(422);
    expect((await get(`/spaces/${space.id}/numbers`, space.bo)).body).toEqual({
      next: 12,
      taken: 0,
      gaps: [{ first: 1, last: 11, why: "skipped", reason: "The wiki has eleven", by: "Ada" }],
      gone: [],
    });
    const team = await aTeam(client);
    await moveIn(client, team, space);
    expect((await get(`/worksheets/${team.id}`, team.bo)).body.nextNumber).toBe(12);
    const frame = { opId: op(), baseVersion: 0, adrNumber: 5 };
    expect((await client.call("PUT", `/worksheets/${team.id}/frame`, frame, { token: team.facilitator })).status).toBe(409);
    expect((await moveIn(client, team, space)).status).toBe(409);
  });
});
