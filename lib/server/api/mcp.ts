import "server-only";
import { AppError } from "@/lib/domain/errors";
import { findKey } from "../spaces/access";
import { credentialOf, keyOf, newApi } from "./context";

export const mcpApi = newApi();

/**
 * The decision log over MCP (streamable HTTP, without sessions): each POST is answered by itself, so any process can answer it.
 * Only a key opens it; a cookie never does, so that no page can speak to it in somebody's name.
 */
mcpApi.post("/", async (c) => {
  const credential = credentialOf(c);
  const key = credential?.kind === "bearer" ? await findKey(credential) : null;
  if (key === null) throw new AppError("unauthenticated", "Send Authorization: Bearer and a key that may read:log.");
  const reader = await keyOf(c, key.spaceId, "read:log");
  // Loaded at the first call: few installations use it.
  const [{ WebStandardStreamableHTTPServerTransport: Transport }, { decisionLogServer }] = await Promise.all([
    import("@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js"),
    import("../mcp/decision-log-server"),
  ]);
  const transport = new Transport({ enableJsonResponse: true });
  await decisionLogServer(reader).connect(transport);
  return transport.handleRequest(c.req.raw);
});
/** There is no stream to listen to and no session to end. */
mcpApi.all("/", () => new Response(null, { status: 405, headers: { allow: "POST" } }));
