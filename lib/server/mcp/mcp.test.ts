import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { beforeAll, describe, expect, it } from "vitest";
import { createApi } from "../api/app";
import { db } from "../db/client";
import { type Accepted, anAcceptedDecision } from "../testing/accepted";
import { ApiClient, aTeam } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aKey, aSpace, moveIn, type SpaceTeam } from "../testing/space";
import { fireDue } from "../triggers/fire";

const database = freshDatabase();
const client = new ApiClient();
const api = createApi();

let space: SpaceTeam;
let team: Accepted;
let key: string;
beforeAll(async () => {
  space = await aSpace(client);
  team = await anAcceptedDecision(client, "Which store for the orders?");
  await moveIn(client, team, space);
  const draft = await aTeam(client, "Which store for the drafts?");
  await moveIn(client, draft, space);
  key = (await aKey(client, space, ["read:log"])).key;
});

/** The SDK's own client, whose requests go to the app without a network. */
async function connect(token: string) {
  const transport = new StreamableHTTPClientTransport(new URL("http://localhost:3000/api/mcp"), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
    fetch: async (url, init) => api.request(String(url), init),
  });
  const mcp = new Client({ name: "test", version: "1" });
  await mcp.connect(transport);
  return mcp;
}
const ask = async (name: string, args: Record<string, unknown> = {}, token = key) => {
  const mcp = await connect(token);
  const reply = await mcp.callTool({ name, arguments: args });
  await mcp.close();
  return reply as { isError?: boolean; content: { text: string }[]; structuredContent?: Record<string, unknown> };
};

describe("the decision log over MCP", () => {
  it("offers three tools, and says of each that it only reads", async () => {
    const mcp = await connect(key);
    const { tools } = await mcp.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["search_decisions", "get_decision", "list_due"]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true && annotations.destructiveHint === false)).toBe(true);
    await mcp.close();
  });

  it("finds decisions, and reads one by its number", async () => {
    const found = await ask("search_decisions", { q: "orders" });
    expect(found.structuredContent).toMatchObject({
      total: 1,
      decisions: [{ number: 1, title: "Which store for the orders?", status: "accepted" }],
    });
    const one = await ask("get_decision", { decision: "ADR-0001" });
    expect(String(one.structuredContent?.markdown)).toContain("# Which store for the orders?");
    expect(JSON.parse(one.content[0]?.text ?? "")).toEqual(one.structuredContent);
    const draft = (await ask("search_decisions", { q: "drafts" })).structuredContent?.decisions as { id: string }[];
    expect((await ask("get_decision", { decision: draft[0]?.id })).structuredContent).toMatchObject({ status: "draft", markdown: null });
    for (const decision of ["99", "nonsense", team.id]) expect((await ask("get_decision", { decision })).isError).toBe(true);
  });

  it("lists what is due, and why", async () => {
    expect((await ask("list_due")).structuredContent).toMatchObject({ total: 0, decisions: [] });
    await database.admin().query("UPDATE due_trigger SET due_on = current_date WHERE worksheet_id = $1", [team.id]);
    await db().$transaction((tx) => fireDue(tx, team.id));
    expect((await ask("list_due")).structuredContent).toMatchObject({
      total: 1,
      decisions: [{ number: 1, isDue: true, fired: [{ kind: "date" }] }],
    });
  });

  it("opens to a key that may read the log, and shows nothing of another space", async () => {
    const { key: other } = await aKey(client, await aSpace(client), ["read:log"]);
    expect((await ask("search_decisions", { status: "all" }, other)).structuredContent).toMatchObject({ total: 0 });
    expect((await ask("get_decision", { decision: "1" }, other)).isError).toBe(true);
    const { key: writer } = await aKey(client, space, ["write:metrics"]);
    const post = (headers: Record<string, string>) =>
      api.request("/api/mcp", { method: "POST", headers: { "content-type": "application/json", ...headers }, body: "{}" });
    const shown: Record<string, string>[] = [
      {},
      { cookie: "ws=x" },
      { authorization: `Bearer ${space.facilitator}` },
      { authorization: `Bearer ${writer}` },
    ];
    const statuses = await Promise.all(shown.map(post));
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 403]);
    expect((await api.request("/api/mcp")).status).toBe(405);
  });
});
