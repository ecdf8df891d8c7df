import { describe, expect, it } from "vitest";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { createApi } from "./app";

const database = freshDatabase();
const client = new ApiClient();

const UUID = "01900000-0000-7000-8000-000000000000";
const HASH = "0".repeat(64);
const answer = { opId: UUID, round: 1, fields: { "y3.users": { value: 1, baseVersion: 0 } } };
const position = { opId: UUID, baseVersion: 0, value: 1, reached: "consent", reason: "" };

/** A valid body per route, and who may call it. A new route under a worksheet without a row here fails the build. */
const MATRIX: Record<string, { body?: Record<string, unknown>; may: (keyof Team)[] }> = {
  "GET /worksheets/{id}": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/events": { may: [] },
  "PUT /worksheets/{id}/frame": { body: { opId: UUID, baseVersion: 0, scope: "x" }, may: ["facilitator"] },
  "PUT /worksheets/{id}/stage": { body: { opId: UUID, stage: "discuss" }, may: ["facilitator"] },
  "PUT /worksheets/{id}/ready": { body: { opId: UUID, question: "scale", ready: true }, may: ["facilitator", "bo"] },
  "POST /worksheets/{id}/reveal": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /worksheets/{id}/members": { body: { name: "Eve" }, may: [] },
  "GET /worksheets/{id}/workshop": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/screen": { may: ["facilitator", "bo", "observer"] },
  "PUT /worksheets/{id}/workshop": { body: { opId: UUID, agenda: "60" }, may: ["facilitator"] },
  "PUT /worksheets/{id}/pointer": { body: { opId: UUID, screen: "scale" }, may: ["facilitator"] },
  "PUT /worksheets/{id}/timer": { body: { opId: UUID, action: "start", seconds: 300 }, may: ["facilitator"] },
  "PUT /worksheets/{id}/stage-ready": { body: { opId: UUID, screen: "differences", ready: true }, may: ["facilitator", "bo"] },
  "POST /worksheets/{id}/nudges": { body: {}, may: ["facilitator"] },
  "POST /worksheets/{id}/leak-probe": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /worksheets/{id}/take-over": { body: { opId: UUID }, may: ["facilitator", "bo"] },
  "PUT /worksheets/{id}/members/{memberId}/role": { body: { opId: UUID, change: "deputise" }, may: ["facilitator"] },
  "PUT /worksheets/{id}/members/{memberId}/name": { body: { opId: UUID, name: "Eve" }, may: ["facilitator"] },
  "POST /worksheets/{id}/members/{memberId}/removal": { body: { opId: UUID, answers: "keep" }, may: ["facilitator"] },
  "POST /worksheets/{id}/members/{memberId}/merge": { body: { opId: UUID, into: UUID }, may: ["facilitator"] },
  "PUT /worksheets/{id}/archive": { body: { opId: UUID, archived: true }, may: ["facilitator"] },
  "PUT /worksheets/{id}/retention": { body: { opId: UUID, keepMonths: 12 }, may: ["facilitator"] },
  "POST /worksheets/{id}/deletion": { body: { opId: UUID, title: "Another one" }, may: ["facilitator"] },
  "POST /worksheets/{id}/restoration": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /worksheets/{id}/duplicate": { body: { opId: UUID, with: "frame" }, may: ["facilitator"] },
  "GET /worksheets/{id}/worksheet.json": { may: ["facilitator"] },
  "POST /worksheets/{id}/members/{memberId}/erasure": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /worksheets/{id}/proxies": { body: { opId: UUID, name: "Grace" }, may: ["facilitator"] },
  "PUT /worksheets/{id}/members/{memberId}/answers/{question}": { body: answer, may: ["facilitator"] },
  "POST /worksheets/{id}/late-answers": { body: { opId: UUID }, may: ["facilitator", "bo"] },
  "PUT /worksheets/{id}/topics/{field}": { body: { opId: UUID, state: "talked" }, may: ["facilitator"] },
  "POST /worksheets/{id}/consent-rounds": { body: { opId: UUID, subject: "decision", proposal: "x" }, may: ["facilitator"] },
  "PUT /worksheets/{id}/consent-rounds/{roundId}/choice": { body: { opId: UUID, choice: "consent" }, may: ["facilitator", "bo"] },
  "POST /worksheets/{id}/consent-rounds/{roundId}/closing": { body: { opId: UUID }, may: ["facilitator"] },
  "PUT /worksheets/{id}/consent-rounds/{roundId}/commitment": {
    body: { opId: UUID, text: "x", condition: "", isNamed: true },
    may: ["facilitator", "bo"],
  },
  "PUT /worksheets/{id}/note-reads": { body: { opId: UUID, memberId: UUID, question: "scale" }, may: ["facilitator", "bo"] },
  "PUT /worksheets/{id}/causes": { body: { opId: UUID, field: "scale.y3.users", cause: "learned" }, may: ["facilitator", "bo"] },
  "POST /worksheets/{id}/comments": { body: { opId: UUID, subject: "field:scale.y3.users", text: "x" }, may: ["facilitator", "bo"] },
  "DELETE /worksheets/{id}/comments/{commentId}": { may: ["facilitator", "bo"] },
  "PUT /worksheets/{id}/premortem": { body: { opId: UUID, action: "start" }, may: ["facilitator"] },
  "POST /worksheets/{id}/premortem/cards": { body: { opId: UUID, text: "x" }, may: ["facilitator", "bo"] },
  "DELETE /worksheets/{id}/premortem/cards/{cardId}": { may: ["facilitator", "bo"] },
  "PUT /worksheets/{id}/premortem/cards/{cardId}": { body: { opId: UUID, theme: "x" }, may: ["facilitator"] },
  "GET /worksheets/{id}/links": { may: ["facilitator"] },
  "POST /worksheets/{id}/links": { body: { opId: UUID, kind: "member" }, may: ["facilitator"] },
  "DELETE /worksheets/{id}/links/{linkId}": { may: ["facilitator"] },
  "POST /worksheets/{id}/members/{memberId}/return-link": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /worksheets/{id}/code": { body: { opId: UUID }, may: ["facilitator"] },
  "PUT /worksheets/{id}/answers/{question}": { body: answer, may: ["facilitator", "bo"] },
  "PUT /worksheets/{id}/positions/{field}": { body: position, may: ["facilitator"] },
  "DELETE /worksheets/{id}/positions/{field}": { may: ["facilitator"] },
  "PUT /worksheets/{id}/decision": { body: { opId: UUID, section: "why", text: "x", baseVersion: 0 }, may: ["facilitator", "bo"] },
  "GET /worksheets/{id}/reviews": { may: ["facilitator", "bo", "observer"] },
  "POST /worksheets/{id}/reviews/trial": { body: { on: "2026-11-20", actuals: [] }, may: ["facilitator", "bo", "observer"] },
  "POST /worksheets/{id}/reviews": { body: { opId: UUID, on: "2026-11-20", actuals: [], outcome: "update" }, may: ["facilitator", "bo"] },
  "POST /worksheets/{id}/reviews/{reviewId}/reopening": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /worksheets/{id}/happenings": { body: { opId: UUID, key: "event:0" }, may: ["facilitator", "bo"] },
  "GET /worksheets/{id}/webhooks": { may: ["facilitator"] },
  "POST /worksheets/{id}/webhooks": { body: { opId: UUID, url: "https://1.1.1.1/hook", events: ["trigger.fired"] }, may: ["facilitator"] },
  "DELETE /worksheets/{id}/webhooks/{webhookId}": { may: ["facilitator"] },
  "POST /worksheets/{id}/webhooks/{webhookId}/ping": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /worksheets/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/redelivery": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /worksheets/{id}/metrics": {
    body: { metrics: [{ metric: "writes_s", value: 1, unit: "per_second", at: "2026-11-20T00:00:00Z", source: "x" }] },
    may: ["facilitator", "bo"],
  },
  "GET /worksheets/{id}/review.ics": { may: ["facilitator", "bo", "observer"] },
  "PUT /worksheets/{id}/prices/{priceId}": {
    body: { opId: UUID, baseVersion: 0, value: "0.5", asOf: "2026-11-20", reason: "Our contract" },
    may: ["facilitator", "bo"],
  },
  "PUT /worksheets/{id}/cost-settings/{key}": { body: { opId: UUID, baseVersion: 0, value: true }, may: ["facilitator", "bo"] },
  "GET /worksheets/{id}/decision": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/decision/{section}/history": { may: ["facilitator", "bo", "observer"] },
  "PUT /worksheets/{id}/decision/lock": { body: { section: "why", act: "take" }, may: ["facilitator", "bo"] },
  "PUT /worksheets/{id}/decision/marks": {
    body: { opId: UUID, mark: { kind: "smell", key: "one_option", text: "x", data: {} } },
    may: ["facilitator", "bo"],
  },
  "POST /worksheets/{id}/decision/marks/removal": { body: { opId: UUID, kind: "smell", key: "x" }, may: ["facilitator", "bo"] },
  "PUT /worksheets/{id}/status": { body: { opId: UUID, status: "deprecated", reason: "x" }, may: ["facilitator"] },
  "POST /worksheets/{id}/supersessions": {
    body: { opId: UUID, replaces: UUID, isPartial: false, note: "" },
    may: ["facilitator"],
  },
  "DELETE /worksheets/{id}/supersessions/{replaces}": { may: ["facilitator"] },
  "GET /worksheets/{id}/shortlist": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/candidates": { may: ["facilitator", "bo", "observer"] },
  "POST /worksheets/{id}/candidates": { body: { opId: UUID, system: { name: "Ours" } }, may: ["facilitator", "bo"] },
  "DELETE /worksheets/{id}/candidates/{candidate}": { may: ["facilitator", "bo"] },
  "PUT /worksheets/{id}/overrides/{candidate}": {
    body: { opId: UUID, baseVersion: 0, action: "restore", reason: "We know it" },
    may: ["facilitator", "bo"],
  },
  "DELETE /worksheets/{id}/overrides/{candidate}": { may: ["facilitator", "bo"] },
  "PUT /worksheets/{id}/gut-check": { body: { opId: UUID, candidate: "mongodb" }, may: ["facilitator", "bo"] },
  "POST /worksheets/{id}/gut-check/disclosure": { body: { opId: UUID }, may: ["facilitator"] },
  "PUT /worksheets/{id}/ranking": {
    body: { opId: UUID, order: ["workload", "consistency", "scale", "ops", "cost"] },
    may: ["facilitator", "bo"],
  },
  "POST /worksheets/{id}/ranking/disclosure": { body: { opId: UUID }, may: ["facilitator"] },
  "GET /worksheets/{id}/rerun": { may: ["facilitator", "bo", "observer"] },
  "PUT /worksheets/{id}/scores/{candidate}": {
    body: { opId: UUID, baseVersion: 0, criterion: "scale", score: 5 },
    may: ["facilitator", "bo"],
  },
  "GET /worksheets/{id}/costs": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/worth": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/disagreement": { may: ["facilitator", "bo", "observer"] },
  "POST /worksheets/{id}/approvers": { body: { opId: UUID, name: "Dee" }, may: ["facilitator"] },
  "POST /worksheets/{id}/approvers/{approverId}/link": { body: { opId: UUID }, may: ["facilitator"] },
  "DELETE /worksheets/{id}/approvers/{approverId}": { may: ["facilitator"] },
  "GET /worksheets/{id}/sign-off": { may: ["facilitator", "bo", "observer"] },
  "PUT /worksheets/{id}/sign-off/rule": { body: { opId: UUID, required: 1, inOrder: false, deadline: null }, may: ["facilitator"] },
  "PUT /worksheets/{id}/revisions/{n}/deadline": { body: { opId: UUID, deadline: null }, may: ["facilitator"] },
  "PUT /worksheets/{id}/approvers/order": { body: { opId: UUID, approvers: [UUID] }, may: ["facilitator"] },
  // Whoever is no approver is refused by name; the sign-off tests look at those who are.
  "POST /worksheets/{id}/approvers/me/delegate": { body: { opId: UUID, name: "Dee" }, may: [] },
  "DELETE /worksheets/{id}/approvers/me/delegate": { may: ["facilitator", "bo", "observer"] },
  "POST /worksheets/{id}/approvers/{approverId}/mail": { body: { opId: UUID }, may: ["facilitator"] },
  "POST /worksheets/{id}/passkeys/challenge": { body: {}, may: [] },
  "POST /worksheets/{id}/passkeys": {
    body: { opId: UUID, challenge: "x", credentialId: "x", clientDataJSON: "x", attestationObject: "x", transports: [] },
    may: [],
  },
  "POST /worksheets/{id}/revisions/{n}/statements": {
    body: { verdict: "approve", sha256: HASH, typedName: "Eve" },
    may: ["facilitator", "bo", "observer"],
  },
  "POST /worksheets/{id}/revisions": { body: { opId: UUID }, may: ["facilitator"] },
  "GET /worksheets/{id}/revisions/{n}": { may: ["facilitator", "bo", "observer"] },
  "POST /worksheets/{id}/revisions/{n}/withdrawal": { body: { opId: UUID }, may: ["facilitator"] },
  "GET /worksheets/{id}/audit": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/seals": { may: ["facilitator", "bo", "observer"] },
  "POST /worksheets/{id}/revisions/{n}/seal": { body: { opId: UUID }, may: ["facilitator"] },
  "PUT /worksheets/{id}/revisions/{n}/approvals": {
    body: { opId: UUID, verdict: "approve", sha256: HASH, typedName: "Eve" },
    may: ["facilitator", "bo", "observer"],
  },
  "GET /worksheets/{id}/adr.zip": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/adr.md": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/adr.pdf": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/record.json": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/answers.csv": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/costs-over-time.csv": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/cost-drivers.csv": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/total-cost.csv": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/charts/{file}": { may: ["facilitator", "bo", "observer"] },
  "GET /worksheets/{id}/costs.csv": { may: ["facilitator", "bo", "observer"] },
  "PUT /worksheets/{id}/space": { body: { opId: UUID, spaceId: UUID }, may: ["facilitator"] },
  "POST /worksheets/{id}/seat": { body: {}, may: ["facilitator", "bo", "observer"] },
};

const ROUTES = Object.entries(createApi().getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } }).paths ?? {})
  .flatMap(([path, methods]) => Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path.replace("/api/v1", "")}`))
  .filter((route) => route.includes("/worksheets/{id}"));

async function call(route: string, id: string, token: string) {
  const [method = "", path = ""] = route.split(" ");
  const filled = path
    .replace("{id}", id)
    .replace("{question}", "scale")
    .replace("{field}", "scale.y3.users")
    .replace("{section}", "why")
    .replace("{n}", "1")
    .replace("{priceId}", "aws.dynamodb.od.wru")
    .replace("{key}", "freeTiers")
    .replace("{file}", "cost-against-load.svg")
    .replace(/\{\w+\}/gu, UUID);
  const body = MATRIX[route]?.body;
  return client.call(method, filled, body && "opId" in body ? { ...body, opId: op() } : body, { token });
}

async function rowsOf(id: string): Promise<string> {
  const rows = await database
    .admin()
    .query("SELECT (SELECT seq FROM worksheet WHERE id = $1) || '/' || (SELECT count(*) FROM audit_event WHERE chain = $1) AS state", [id]);
  return (rows.rows[0] as { state: string }).state;
}

describe("the frame", () => {
  it("holds what is asked once for all, and nobody's answers", async () => {
    const team = await aTeam(client);
    const put = (frame: unknown) =>
      client.call("PUT", `/worksheets/${team.id}/frame`, { opId: op(), baseVersion: 0, frame }, { token: team.facilitator });
    const refused = await put({ workload: { primary: "graph" }, ops: { team_size: 5 } });
    expect([refused.status, (refused.body.errors as { path: string }[]).map((error) => error.path).sort()]).toEqual([
      422,
      ["frame.ops.team_size", "frame.workload"],
    ]);
    expect((await put({ ops: { clouds: ["aws"] }, cost: { licence_policy: "osi_only" }, frame: { local_parity: "yes" } })).status).toBe(
      200,
    );
  });
});

describe("every route of a worksheet", () => {
  it("has its row in this matrix", () => {
    expect(ROUTES.filter((route) => MATRIX[route] === undefined)).toEqual([]);
    expect(ROUTES.length).toBeGreaterThan(25);
  });

  it.each(ROUTES)("%s answers 404 to every role of another worksheet and 401 to a dead token, and changes nothing", async (route) => {
    const [mine, other] = [await aTeam(client), await aTeam(client, "Another one")];
    const before = await rowsOf(mine.id);
    for (const who of ["facilitator", "bo", "observer", "memberLink"] as const) {
      expect((await call(route, mine.id, other[who])).status, who).toBe(404);
    }
    expect((await call(route, mine.id, `f_${"A".repeat(43)}`)).status).toBe(route.endsWith("/members") ? 404 : 401);
    expect(await rowsOf(mine.id)).toBe(before);
  });

  it.each(ROUTES.filter((route) => (MATRIX[route]?.may.length ?? 0) > 0))("%s answers 403 to whoever may not", async (route) => {
    const team = await aTeam(client);
    for (const who of ["facilitator", "bo", "observer"] as const) {
      const { status } = await call(route, team.id, team[who]);
      if (MATRIX[route]?.may.includes(who)) expect([401, 405, 500], `${who} may`).not.toContain(status);
      else expect(status, `${who} may not`).toBe(403);
    }
  });
});
