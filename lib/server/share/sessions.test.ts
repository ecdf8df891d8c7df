import { describe, expect, it } from "vitest";
import { ApiClient, aTeam, cookieOf, op } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();

/** Opens a link as a browser does and joins with a name; gives the cookie of the joined session. */
async function joinInBrowser(token: string, name: string, cookie: string | null = null) {
  const opened = await client.browser(cookie)("POST", "/sessions", { token });
  const id = opened.body.worksheetId as string;
  const joined = await client.browser(cookieOf(opened))("POST", `/worksheets/${id}/members`, { name });
  return { id, opened, joined, cookie: cookieOf(joined) };
}

describe("links and sessions", () => {
  it("exchange a link for a cookie, ask for a name, and then open the worksheet", async () => {
    const { memberLink, id } = await aTeam(client);
    const opened = await client.browser()("POST", "/sessions", { token: memberLink });
    expect(opened.body).toMatchObject({
      worksheetId: id,
      role: "member",
      facilitator: "Ada",
      memberCount: 3,
      isRevealed: false,
      you: null,
    });
    expect((await client.browser(cookieOf(opened))("GET", `/worksheets/${id}`)).status).toBe(403);
    const { cookie } = await joinInBrowser(memberLink, "Dee");
    const view = await client.browser(cookie)("GET", `/worksheets/${id}`);
    expect(view.body.you).toMatchObject({ name: "Dee", role: "member" });
  });

  it("set a cookie that scripts cannot read and other sites cannot send", async () => {
    const { memberLink } = await aTeam(client);
    const opened = await client.browser()("POST", "/sessions", { token: memberLink });
    expect(opened.headers.get("set-cookie")).toMatch(/^ws=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/u);
  });

  it("change the session id at every exchange; the old one opens nothing", async () => {
    const { memberLink } = await aTeam(client);
    const first = await joinInBrowser(memberLink, "Dee");
    const other = await aTeam(client, "Another one");
    await joinInBrowser(other.memberLink, "Dee", first.cookie);
    expect((await client.browser(first.cookie)("GET", `/worksheets/${first.id}`)).status).toBe(401);
  });

  it("answer wrong, revoked, expired and foreign credentials alike", async () => {
    const { id, facilitator, memberLink } = await aTeam(client);
    const other = await aTeam(client, "Another one");
    const wrong = await client.browser()("POST", "/sessions", { token: `m_${"A".repeat(43)}` });
    const links = await client.call("GET", `/worksheets/${id}/links`, undefined, { token: facilitator });
    const member = (links.body.links as { id: string; kind: string }[]).find((link) => link.kind === "member");
    expect((await client.call("DELETE", `/worksheets/${id}/links/${member?.id}`, undefined, { token: facilitator })).status).toBe(204);
    const revoked = await client.browser()("POST", "/sessions", { token: memberLink });
    const plain = ({ status, body }: typeof wrong) => ({ status, ...body, requestId: undefined });
    expect(plain(revoked)).toEqual(plain(wrong));
    expect(wrong.status).toBe(404);
    expect((await client.call("GET", `/worksheets/${other.id}`, undefined, { token: facilitator })).status).toBe(404);
    expect((await client.call("GET", "/worksheets/not-an-id", undefined, { token: facilitator })).status).toBe(404);
  });

  it("end every session that a revoked link opened, and no other", async () => {
    const { id, facilitator, memberLink, bo } = await aTeam(client);
    const { cookie } = await joinInBrowser(memberLink, "Dee");
    const fresh = await client.call(
      "POST",
      `/worksheets/${id}/links`,
      { opId: op(), kind: "member", revokeOld: true },
      { token: facilitator },
    );
    expect(fresh.status).toBe(201);
    expect((await client.browser(cookie)("GET", `/worksheets/${id}`)).status).toBe(401);
    expect((await client.call("GET", `/worksheets/${id}`, undefined, { token: bo })).status).toBe(200);
  });

  it("open a member's seat by a code, whatever its case, and nothing more", async () => {
    const { id, facilitator } = await aTeam(client);
    const made = await client.call("POST", `/worksheets/${id}/code`, { opId: op() }, { token: facilitator });
    const code = made.body.code as string;
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{2}$/u);
    const opened = await client.browser()("POST", "/sessions", { code: ` ${code.toLowerCase()} ` });
    expect(opened.body).toMatchObject({ worksheetId: id, role: "member" });
    expect((await client.call("GET", `/worksheets/${id}`, undefined, { token: code.replace("-", "").padEnd(43, "x") })).status).toBe(401);
  });

  it("give one seat to a double click, and a second one only behind a link of another kind", async () => {
    const { memberLink, facilitatorLink, id } = await aTeam(client);
    const opened = await client.browser()("POST", "/sessions", { token: memberLink });
    const joins = await Promise.all(
      [1, 2, 3].map(() => client.browser(cookieOf(opened))("POST", `/worksheets/${id}/members`, { name: "Dee" })),
    );
    expect(joins.map((reply) => reply.status).sort()).toEqual([201, 404, 404]);
    const cookie = cookieOf(joins.find((reply) => reply.status === 201) ?? opened);
    const again = await client.browser(cookie)("POST", "/sessions", { token: memberLink });
    expect(again.body.you).toMatchObject({ name: "Dee" });
    const risen = await client.browser(cookieOf(again))("POST", "/sessions", { token: facilitatorLink });
    expect(risen.body).toMatchObject({ role: "facilitator", you: null });
    const deputy = await client.browser(cookieOf(risen))("POST", `/worksheets/${id}/members`, { name: "Dee" });
    const view = await client.browser(cookieOf(deputy))("GET", `/worksheets/${id}`);
    expect(view.body.you).toMatchObject({ role: "facilitator" });
  });

  it("put out who came in by a code when their own link is switched off", async () => {
    const { id, facilitator } = await aTeam(client);
    const { code } = (await client.call("POST", `/worksheets/${id}/code`, { opId: op() }, { token: facilitator })).body;
    const opened = await client.browser()("POST", "/sessions", { code });
    const joined = await client.browser(cookieOf(opened))("POST", `/worksheets/${id}/members`, { name: "Eve" });
    const cookie = cookieOf(joined);
    expect((await client.browser(cookie)("GET", `/worksheets/${id}`)).status).toBe(200);
    const { links } = (await client.call("GET", `/worksheets/${id}/links`, undefined, { token: facilitator })).body as {
      links: { id: string; name: string }[];
    };
    const eve = links.find((link) => link.name === "Eve");
    await client.call("DELETE", `/worksheets/${id}/links/${eve?.id}`, undefined, { token: facilitator });
    expect((await client.browser(cookie)("GET", `/worksheets/${id}`)).status).toBe(401);
  });

  it("keep no token in the clear, in any table", async () => {
    const { memberLink, facilitator } = await aTeam(client);
    const { cookie } = await joinInBrowser(memberLink, "Dee");
    const tables = await database
      .admin()
      .query<{ name: string }>("SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'");
    for (const { name } of tables.rows) {
      const rows = await database.admin().query(`SELECT t::text AS text FROM ${name} t`);
      const dump = rows.rows.map((row: { text: string }) => row.text).join("\n");
      for (const secret of [memberLink, facilitator, cookie.replace("ws=", "")]) expect(dump).not.toContain(secret.replace(/^\w_/u, ""));
    }
  });

  it("forget everything on leaving", async () => {
    const { memberLink } = await aTeam(client);
    const { id, cookie } = await joinInBrowser(memberLink, "Dee");
    expect((await client.browser(cookie)("GET", "/sessions")).body.worksheets).toHaveLength(1);
    expect((await client.browser(cookie)("DELETE", "/sessions", {})).status).toBe(204);
    expect((await client.browser(cookie)("GET", `/worksheets/${id}`)).status).toBe(401);
  });

  it("refuse a guesser after twenty failures a minute, with the time to wait", async () => {
    const guess = () => client.browser()("POST", "/sessions", { token: `m_${crypto.randomUUID().repeat(2).slice(0, 43)}` });
    const replies = [];
    for (let n = 0; n < 25; n++) replies.push(await guess());
    const refused = replies.filter((reply) => reply.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    const { memberLink } = await aTeam(client);
    expect((await client.browser()("POST", "/sessions", { token: memberLink })).status).toBe(200);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("a return link that the facilitator made for somebody else", () => {
  it("opens their seat, and not what they saved before the reveal", async () => {
    const { id, facilitator, bo } = await aTeam(client);
    const answer = (value: number, baseVersion: number) => ({
      opId: op(),
      round: 1,
      fields: { "y3.users": { value, baseVersion, reason: "my secret" } },
    });
    await client.call("PUT", `/worksheets/${id}/answers/scale`, answer(471_147_114_711, 0), { token: bo });
    const me = await client.call("GET", `/worksheets/${id}`, undefined, { token: bo });
    const { memberId } = me.body.you as { memberId: string };
    const made = await client.call("POST", `/worksheets/${id}/members/${memberId}/return-link`, { opId: op() }, { token: facilitator });
    const token = (made.body.link as string).split("#")[1] ?? "";
    expect((await client.call("GET", `/worksheets/${id}`, undefined, { token: bo })).status).toBe(401);
    const view = await client.call("GET", `/worksheets/${id}`, undefined, { token });
    const stale = await client.call("PUT", `/worksheets/${id}/answers/scale`, answer(1, 0), { token });
    expect([view.status, stale.status]).toEqual([200, 412]);
    for (const reply of [view, stale]) expect(reply.text).not.toMatch(/471147114711|secret/u);
    await client.call("POST", `/worksheets/${id}/reveal`, { opId: op() }, { token: facilitator });
    expect((await client.call("GET", `/worksheets/${id}`, undefined, { token })).text).toContain("471147114711");
  });
});
