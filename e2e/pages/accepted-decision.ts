import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { type Send, shortlistClient } from "../../lib/api-client/shortlist-client";

const SECTIONS = {
  choice: "We will use PostgreSQL for orders.",
  alternatives: "MySQL.",
  why: "We run it already.",
  reconsider: "Writes pass 10,000 a second",
};

/** A worksheet with an accepted decision, made by scripts; gives its id and the links that open it. */
export async function anAcceptedDecision(request: APIRequestContext): Promise<{ id: string; returnLink: string; token: string }> {
  const api = shortlistClient({ send: carriedBy(request) });
  const {
    id,
    memberToken: token,
    links,
  } = await api.call("postWorksheets", { body: { title: "Which store for the orders?", yourName: "Ada" } });
  const ada = api.as(token);
  const opId = () => randomUUID();
  await ada.call("postWorksheetsReveal", { id, body: { opId: opId() } });
  for (const [section, text] of Object.entries(SECTIONS))
    await ada.call("putWorksheetsDecision", {
      id,
      body: { opId: opId(), section: section as keyof typeof SECTIONS, text, baseVersion: 0 },
    });
  const { link } = await ada.call("postWorksheetsApprovers", { id, body: { opId: opId(), name: "Dee" } });
  const { sha256 } = await ada.call("postWorksheetsRevisions", { id, body: { opId: opId() } });
  const dee = api.as(link?.split("#")[1] ?? "");
  const verdict = { opId: opId(), verdict: "approve", typedName: "Dee", sha256 } as const;
  await dee.call("putWorksheetsRevisionsApprovals", { id, n: "1", body: verdict });
  return { id, token, returnLink: links.facilitator };
}

/** The client's requests, carried by the browser test's own. */
function carriedBy(request: APIRequestContext): Send {
  return async ({ method, path, headers, body }) => {
    const reply = await request.fetch(path, {
      method,
      headers,
      ...(body === null ? {} : { data: typeof body === "string" ? body : Buffer.from(body) }),
    });
    return { status: reply.status(), text: await reply.text() };
  };
}
