import { afterEach, describe, expect, it, vi } from "vitest";
import { exportJson, recordExportSchema } from "@/lib/domain/record/export-json";
import { anAuthenticator } from "@/lib/domain/sign-off/builders";
import { checkApproval } from "@/lib/domain/sign-off/check-approval";
import type { Reply } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aDecision, approve, client, freeze, post, viewOf } from "../testing/decision";

const database = freshDatabase();
// The API answers for loopback here, and `localhost` is the one plain address where browsers allow passkeys.
const ORIGIN = "http://localhost:3000";
const HEADERS = { host: "localhost:3000" };
type Decision = Awaited<ReturnType<typeof aDecision>>;
type Authenticator = Awaited<ReturnType<typeof anAuthenticator>>;
type Said = { verdict: string; comment?: string; typedName: string; sha256: unknown };

const call = (team: Decision, method: string, path: string, { body, token }: { body?: unknown; token: string }) =>
  client.call(method, `/worksheets/${team.id}/${path}`, body, { token, headers: HEADERS });

async function enrol(
  team: Decision,
  token: string,
  key: Authenticator,
  ceremony: { origin?: string; flags?: number } = {},
): Promise<Reply> {
  const { body } = await call(team, "POST", "passkeys/challenge", { body: {}, token });
  const made = key.enrol(String(body.challenge), { origin: ORIGIN, ...ceremony });
  const { clientDataJSON, attestationObject, transports } = made.response;
  const input = {
    opId: crypto.randomUUID(),
    challenge: body.challenge,
    credentialId: made.id,
    clientDataJSON,
    attestationObject,
    transports,
  };
  return call(team, "POST", "passkeys", { body: input, token });
}

async function ask(team: Decision, token: string, said: Said): Promise<string> {
  return String((await call(team, "POST", "revisions/1/statements", { body: said, token })).body.challenge);
}

type Ceremony = { origin?: string; rpId?: string; flags?: number; over?: string };

async function sign(
  team: Decision,
  token: string,
  { key, said, challenge, ...ceremony }: { key: Authenticator; said: Said; challenge: string } & Ceremony,
) {
  const signed = await key.assertion(ceremony.over ?? challenge, { origin: ORIGIN, ...ceremony });
  const passkey = { challenge, credentialId: key.credentialId, ...signed };
  return call(team, "PUT", "revisions/1/approvals", { body: { opId: crypto.randomUUID(), ...said, passkey }, token });
}

async function aSigner() {
  const team = await aDecision();
  const { sha256 } = (await freeze(team)).body;
  const key = await anAuthenticator();
  expect((await enrol(team, team.dee, key)).status).toBe(201);
  return { team, key, said: { verdict: "approve", typedName: "Dee Okafor", sha256 } };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("an approval with a passkey", () => {
  it("is level A, says how the key was enrolled, and convinces whoever has only the exported file", async () => {
    const { team, key, said } = await aSigner();
    const reply = await sign(team, team.dee, { key, said, challenge: await ask(team, team.dee, said) });
    expect([reply.status, reply.body]).toEqual([200, expect.objectContaining({ assurance: "A", how: "passkey", verdict: "approve" })]);
    const file = await client.call("GET", `/worksheets/${team.id}/record.json`, undefined, { token: team.bo });
    const exported = exportJson(recordExportSchema.parse(JSON.parse(file.text)));
    const [approval] = exported.approvals;
    if (!approval) throw new Error("There is one approval.");
    expect(approval.statement?.enrolment).toMatchObject({ how: "handed_link", mailedTo: null });
    const of = { sha256: exported.sha256, worksheetId: team.id };
    expect(await checkApproval({ approval, ...of })).toEqual({ ok: true });
    expect(await checkApproval({ approval: { ...approval, verdict: "decline" }, ...of })).toEqual({
      ok: false,
      reason: "not_what_was_said",
    });
  });

  it("counts once: the same assertion sent again changes nothing, whoever sends it", async () => {
    const { team, key, said } = await aSigner();
    const challenge = await ask(team, team.dee, said);
    const signed = await key.assertion(challenge, { origin: ORIGIN });
    const passkey = { challenge, credentialId: key.credentialId, ...signed };
    const send = (token: string) =>
      call(team, "PUT", "revisions/1/approvals", { body: { opId: crypto.randomUUID(), ...said, passkey }, token });
    expect((await send(team.dee)).status).toBe(200);
    // Dee takes it back in between, so that the same words would be a change again.
    await approve(team, team.dee, { sha256: said.sha256, verdict: "decline", comment: "Wait." });
    expect([(await send(team.dee)).body, (await send(team.eli)).body]).toEqual([
      expect.objectContaining({ code: "illegal_transition", reason: "challenge_used" }),
      expect.objectContaining({ code: "invalid_input", reason: "challenge_unknown" }),
    ]);
    expect((await viewOf(team)).approvals).toEqual([expect.objectContaining({ verdict: "decline", assurance: "C" })]);
  });

  it.each<[string, Ceremony, string]>([
    ["on another site", { origin: "https://evil.example" }, "wrong_origin"],
    ["on another port of this machine", { origin: "http://localhost:3001" }, "wrong_origin"],
    ["for another relying party", { rpId: "evil.example" }, "wrong_rp"],
    ["without anybody there", { flags: 0x04 }, "user_not_present"],
    ["without checking who was there", { flags: 0x01 }, "user_not_verified"],
    ["over another challenge", { over: "x".repeat(43) }, "wrong_statement"],
  ])("made %s is refused by name and nothing is recorded", async (_what, ceremony, reason) => {
    const { team, key, said } = await aSigner();
    const reply = await sign(team, team.dee, { key, said, challenge: await ask(team, team.dee, said), ...ceremony });
    expect(reply.body).toMatchObject({ status: 422, reason });
    expect((await viewOf(team)).approvals).toEqual([]);
  });

  it("does not carry words that were not signed", async () => {
    const { team, key, said } = await aSigner();
    const challenge = await ask(team, team.dee, said);
    const other = { ...said, verdict: "disagree_and_commit", comment: "Sharding will come." };
    expect((await sign(team, team.dee, { key, said: other, challenge })).body).toMatchObject({ reason: "challenge_other" });
    expect((await sign(team, team.dee, { key, said: { ...said, typedName: "Eve" }, challenge })).body).toMatchObject({
      reason: "challenge_other",
    });
  });

  it("is refused from a key that somebody else enrolled, and from one whose stored public key was exchanged", async () => {
    const { team, key, said } = await aSigner();
    const elis = await anAuthenticator();
    await enrol(team, team.eli, elis);
    expect((await sign(team, team.dee, { key: elis, said, challenge: await ask(team, team.dee, said) })).body).toMatchObject({
      reason: "passkey_unknown",
    });
    await database
      .admin()
      .query("UPDATE passkey SET public_key = (SELECT public_key FROM passkey WHERE credential_id = $1) WHERE credential_id = $2", [
        elis.credentialId,
        key.credentialId,
      ]);
    expect((await sign(team, team.dee, { key, said, challenge: await ask(team, team.dee, said) })).body).toMatchObject({
      reason: "bad_signature",
    });
  });

  it("is refused after ten minutes by the database's clock, and not before by a server clock that is ten days off", async () => {
    const { team, key, said } = await aSigner();
    const late = await ask(team, team.dee, said);
    await database.admin().query("UPDATE challenge SET expires_at = expires_at - interval '11 minutes'");
    expect((await sign(team, team.dee, { key, said, challenge: late })).body).toMatchObject({ reason: "challenge_expired" });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10 * 86_400_000 });
    const reply = await sign(team, team.dee, { key, said, challenge: await ask(team, team.dee, said) });
    expect(reply.status).toBe(200);
    const { rows } = await database
      .admin()
      .query("SELECT abs(extract(epoch FROM now() - at)) < 60 AS near FROM approval WHERE worksheet_id = $1", [team.id]);
    expect(rows).toEqual([{ near: true }]);
  });

  it("is refused when the decision changed, the approver was taken off, or the revision was decided meanwhile", async () => {
    const { team, key, said } = await aSigner();
    const challenge = await ask(team, team.dee, said);
    await post(team, "revisions/1/withdrawal");
    expect((await sign(team, team.dee, { key, said, challenge })).body).toMatchObject({ reason: "decided" });
    const second = await aSigner();
    const open = await ask(second.team, second.team.dee, second.said);
    const [dee] = (await viewOf(second.team)).approvers as { id: string }[];
    await call(second.team, "DELETE", `approvers/${dee?.id}`, { token: second.team.facilitator });
    expect((await sign(second.team, second.team.dee, { ...second, challenge: open })).status).toBe(401);
    expect((await viewOf(second.team)).approvals).toEqual([]);
  });
});

describe("enrolling a passkey", () => {
  it("is for approvers, on this site, with a check of who is there, once", async () => {
    const team = await aDecision();
    await freeze(team);
    const key = await anAuthenticator();
    expect((await call(team, "POST", "passkeys/challenge", { body: {}, token: team.bo })).body).toMatchObject({
      status: 403,
      reason: "not_asked",
    });
    expect((await enrol(team, team.dee, key, { origin: "https://evil.example" })).body).toMatchObject({ reason: "wrong_origin" });
    expect((await enrol(team, team.dee, key, { flags: 0x41 })).body).toMatchObject({ reason: "user_not_verified" });
    expect((await enrol(team, team.dee, key)).status).toBe(201);
    expect((await enrol(team, team.eli, key)).body).toMatchObject({ reason: "said_already" });
    const { rows } = await database.admin().query("SELECT how FROM passkey WHERE credential_id = $1", [key.credentialId]);
    expect(rows).toEqual([{ how: "handed_link" }]);
  });

  it("is not offered where browsers refuse it", async () => {
    const team = await aDecision();
    const headers = { host: "127.0.0.1:3000" };
    const set = await client.call("GET", `/worksheets/${team.id}/sign-off`, undefined, { token: team.dee, headers });
    expect(set.body.isPasskeyPossible).toBe(false);
    const asked = await client.call("POST", `/worksheets/${team.id}/passkeys/challenge`, {}, { token: team.dee, headers });
    expect(asked.body).toMatchObject({ status: 409, reason: "passkey_impossible" });
  });
});
