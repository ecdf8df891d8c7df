import { parseArgs } from "node:util";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { type JSONRPCMessage, JSONRPCMessageSchema } from "@modelcontextprotocol/sdk/types.js";
import { type Ending, type Surroundings, text, unasked } from "./command";

/** What a JSON-RPC reply says when the server could not be asked; the protocol leaves these numbers to implementations. */
const NOT_ASKED = -32_001;

/**
 * A space's decision log for assistants that start a program and speak to it on its standard input and output: passes every
 * message on to the server's own MCP address and its answers back, so that both ways offer the same tools. The key comes from
 * SHORTLIST_TOKEN and goes into one header; nothing prints it.
 */
export async function mcpCommand(args: string[], { environment, fetch: send }: Surroundings): Promise<Ending> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [address] = positionals;
  if (address === undefined || positionals.length > 1) return { code: 2, error: text("help.mcp") };
  const url = mcpUrl(address);
  if (url === null) return unasked("badServer", { address });
  const key = environment.SHORTLIST_TOKEN;
  if (key === undefined || key === "") return unasked("noToken");
  await pass({ url, key, send });
  return { code: 0 };
}

/** Any page of the installation names it. */
function mcpUrl(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && ["https:", "http:"].includes(url.protocol) ? new URL("/api/mcp", url.origin) : null;
}

/** Until the assistant closes our input, and everything it asked is answered. */
async function pass({ url, key, send }: { url: URL; key: string; send: typeof fetch }): Promise<void> {
  const inside = new StdioServerTransport();
  const outside = new StreamableHTTPClientTransport(url, { requestInit: { headers: { authorization: `Bearer ${key}` } }, fetch: send });
  const asked = new Set<Promise<void>>();
  outside.onmessage = (message) => {
    const version = versionIn(message);
    if (version !== null) outside.setProtocolVersion(version);
    void inside.send(message);
  };
  inside.onmessage = (message) => {
    const ask: Promise<void> = outside
      .send(message)
      .catch((error: unknown) => answerFailure({ inside, message, reason: reasonOf(error, url) }))
      .finally(() => asked.delete(ask));
    asked.add(ask);
  };
  await outside.start();
  await inside.start();
  await new Promise<void>((closed) => {
    process.stdin.once("end", closed).once("close", closed);
  });
  await Promise.allSettled(asked);
  await outside.close();
  await inside.close();
}

/** The server's choice of the protocol, in its first answer. */
function versionIn(message: JSONRPCMessage): string | null {
  const version = "result" in message ? message.result.protocolVersion : undefined;
  return typeof version === "string" ? version : null;
}

async function answerFailure({ inside, message, reason }: { inside: StdioServerTransport; message: JSONRPCMessage; reason: string }) {
  process.stderr.write(`${reason}\n`);
  if (!("id" in message) || message.id === undefined) return;
  await inside.send(JSONRPCMessageSchema.parse({ jsonrpc: "2.0", id: message.id, error: { code: NOT_ASKED, message: reason } }));
}

/** In our own words: a library's error may quote the request. */
function reasonOf(error: unknown, url: URL): string {
  const status = error instanceof Error && "code" in error && typeof error.code === "number" ? error.code : null;
  if (status === 401 || status === 403) return text("keyRefused", { origin: url.origin });
  return status === null ? text("unreachable", { origin: url.origin }) : text("answered", { origin: url.origin, status });
}
