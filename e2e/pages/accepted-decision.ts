import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";

const SECTIONS = {
  choice: "We will use PostgreSQL for orders.",
  alternatives: "MySQL.",
  why: "We run it already.",
  reconsider: "Writes pass 10,000 a second",
};

/** A worksheet with an accepted decision, made by scripts; gives its id and the links that open it. */
export async function anAcceptedDecision(request: APIRequestContext): Promise<{ id: string; returnLink: string; token: string }> {
  const created = await send(request, {
    method: "POST",
    path: "/worksheets",
    body: { title: "Which store for the orders?", yourName: "Ada" },
  });
  const { id, memberToken: token, links } = created as { id: string; memberToken: string; links: Record<string, string> };
  const call = (method: string, path: string, body: object = {}, as = token) =>
    send(request, { method, path: `/worksheets/${id}${path}`, body: { opId: randomUUID(), ...body }, token: as });
  await call("POST", "/reveal");
  for (const [section, text] of Object.entries(SECTIONS)) await call("PUT", "/decision", { section, text, baseVersion: 0 });
  const { link } = (await call("POST", "/approvers", { name: "Dee" })) as { link: string };
  const { sha256 } = (await call("POST", "/revisions")) as { sha256: string };
  const approver = link.split("#")[1] ?? "";
  await call("PUT", "/revisions/1/approvals", { verdict: "approve", typedName: "Dee", sha256 }, approver);
  return { id, token, returnLink: links.facilitator ?? "" };
}

type Call = { method: string; path: string; body: object; token?: string };

async function send(request: APIRequestContext, { method, path, body, token }: Call): Promise<unknown> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const reply = await request.fetch(`/api/v1${path}`, { method, headers, data: body });
  if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`);
  return reply.json();
}
