import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApi } from "../api/app";
import { anAcceptedDecision } from "../testing/accepted";
import { ApiClient } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aKey, aSpace, moveIn } from "../testing/space";

freshDatabase();
const client = new ApiClient();

let server: Server;
let origin: string;
let key: string;
beforeAll(async () => {
  server = createServer(getRequestListener(createApi().fetch));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const space = await aSpace(client);
  await moveIn(client, await anAcceptedDecision(client, "Which store for the orders?"), space);
  key = (await aKey(client, space, ["read:log"])).key;
});
afterAll(() => server.close());

/** The command as an assistant starts it, with the SDK's own client at the other end, and all that it says beside the protocol. */
async function started(address: string, token: string) {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["bin/shortlist.mjs", "mcp", address],
    env: { PATH: process.env.PATH ?? "", SHORTLIST_TOKEN: token },
    stderr: "pipe",
  });
  let said = "";
  transport.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  return { mcp: new Client({ name: "test", version: "1" }), transport, said: () => said };
}

describe("shortlist mcp", () => {
  it("shakes hands, names the tools that only read, and reads a decision, without a word beside the protocol", async () => {
    const { mcp, transport, said } = await started(`${origin}/s/any-page`, key);
    await mcp.connect(transport);
    expect(mcp.getServerVersion()).toMatchObject({ name: "shortlist" });
    const { tools } = await mcp.listTools();
    expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
      ["search_decisions", true],
      ["get_decision", true],
      ["list_due", true],
    ]);
    const found = await mcp.callTool({ name: "get_decision", arguments: { decision: "ADR-0001" } });
    expect((found.structuredContent as { markdown: string }).markdown).toContain("# Which store for the orders?");
    await mcp.close();
    expect(said()).toBe("");
  }, 60_000);

  it("says why when the key is refused or nobody answers, and never prints the key", async () => {
    for (const [address, words] of [
      [origin, "refuses the key"],
      ["http://127.0.0.1:9", "does not answer"],
    ] as const) {
      const secret = `k_${"s".repeat(43)}`;
      const { mcp, transport, said } = await started(address, secret);
      const refusal = await mcp.connect(transport).catch((error: unknown) => String(error));
      await mcp.close();
      expect(refusal).toContain(words);
      expect(`${refusal}${said()}`).not.toContain(secret);
    }
  }, 60_000);
});
