import { describe, expect, it } from "vitest";
import { poppler } from "../adr/pdf-probe";
import { type SealTarget, sealedContent } from "../seal/sealed-content";
import { type Accepted, anAcceptedDecision, freezeAndApprove, writeSection } from "../testing/accepted";
import { ApiClient, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSpace, moveIn } from "../testing/space";

const database = freshDatabase();
const client = new ApiClient();
const post = (id: string, path: string, token: string, body: object = {}) =>
  client.call("POST", `/worksheets/${id}/${path}`, { opId: op(), ...body }, { token });
const lifeOf = async (id: string, token: string) =>
  (await client.call("GET", `/worksheets/${id}/decision`, undefined, { token })).body.life;

/** Looks back, reopens, and decides again; the new decision still waits for its approvers. */
async function reopenAndDecide(old: Accepted): Promise<Team & { dee: string; eli: string }> {
  await database.admin().query("UPDATE revision SET decided_at = now() - interval '1 year' WHERE worksheet_id = $1", [old.id]);
  const on = new Date().toISOString().slice(0, 10);
  const actuals = [{ metric: "writes_s", value: 80_000 }];
  const review = await post(old.id, "reviews", old.facilitator, { on, actuals, outcome: "reopen", note: "13 times the writes" });
  const reopened = await post(old.id, `reviews/${String(review.body.id)}/reopening`, old.facilitator);
  const id = String(reopened.body.id);
  const facilitator = String(reopened.body.memberToken);
  const team = { ...old, id, facilitator };
  await post(id, "reveal", facilitator);
  for (const [section, text] of Object.entries({
    choice: "We will use CockroachDB.",
    alternatives: "PostgreSQL",
    why: "Writes",
    reconsider: "Writes pass 200,000",
  }))
    await writeSection(client, team, { section, text });
  const approver = async (name: string) => String((await post(id, "approvers", facilitator, { name })).body.link).split("#")[1] ?? "";
  return { ...team, dee: await approver("Dee"), eli: await approver("Eli") };
}

/** What both records say of each other in what is exported: the old one as it stands today, the new one also under its seal. */
async function expectInFiles(old: Team, fresh: Team) {
  const markdown = await client.call("GET", `/worksheets/${old.id}/adr.md`, undefined, { token: old.facilitator });
  expect(markdown.text).toMatch(/^status: "superseded by \[ADR-0002\]\(0002-.+\.md\)"$/mu);
  const job = await database
    .admin()
    .query<{ input: SealTarget }>("SELECT input FROM job WHERE kind = 'seal' AND worksheet_id = $1 LIMIT 1", [fresh.id]);
  const target = job.rows[0]?.input;
  if (target === undefined) throw new Error("Nothing was sealed.");
  expect((await sealedContent(target)).body.document.relations).toMatchObject({
    supersededBy: [],
    supersedes: [{ number: 1, note: "13 times the writes" }],
  });
  const pdf = await client.bytes(`/worksheets/${old.id}/adr.pdf?standing=now`, old.facilitator);
  const words = poppler("pdftotext", pdf.bytes, ["-layout"]);
  if (words !== null) expect(words).toMatch(/Superseded by ADR-0002 “.+: 13 times the writes/u);
}

describe("a decision that was reopened", () => {
  it("stands until the new one is accepted, and is replaced by it in that moment, in both histories and in the log", async () => {
    const [old, space] = [await anAcceptedDecision(client), await aSpace(client)];
    await moveIn(client, old, space);
    const fresh = await reopenAndDecide(old);
    expect(await lifeOf(old.id, old.facilitator)).toMatchObject({
      status: "accepted",
      supersededBy: [],
      reopenedAs: [{ worksheetId: fresh.id, note: "13 times the writes", isAccepted: false }],
    });
    expect(await lifeOf(fresh.id, fresh.facilitator)).toMatchObject({ reopens: { worksheetId: old.id, number: 1 }, reopenedAs: [] });
    await freezeAndApprove(client, fresh, 1);
    expect(await lifeOf(old.id, old.facilitator)).toMatchObject({
      status: "superseded",
      supersededBy: [{ worksheetId: fresh.id, number: 2, isPartial: false, isAccepted: true, note: "13 times the writes" }],
    });
    expect(await lifeOf(fresh.id, fresh.facilitator)).toMatchObject({ reopens: null, supersedes: [{ worksheetId: old.id }] });
    expect(await lifeOf(old.id, old.facilitator)).toMatchObject({ reopenedAs: [] });
    // Reopened once more it could never be replaced once more.
    const again = { on: new Date().toISOString().slice(0, 10), actuals: [], outcome: "reopen", note: "" };
    expect((await post(old.id, "reviews", old.facilitator, again)).status).toBe(409);
    const rows = await database
      .admin()
      .query<{ chain: string; payload: string }>('SELECT chain, payload FROM audit_event WHERE payload LIKE \'%"type":"supersede%\'');
    expect(rows.rows.map(({ chain }) => chain).sort()).toEqual([old.id, fresh.id].sort());
    const log = await client.call("GET", `/spaces/${space.id}/log?status=superseded`, undefined, { token: space.bo });
    expect(log.body.entries).toMatchObject([{ number: 1, replacedBy: [{ number: 2, worksheetId: fresh.id }] }]);
    await expectInFiles(old, fresh);
  });

  it("keeps what somebody said of the two by hand", async () => {
    const old = await anAcceptedDecision(client, "By hand");
    const fresh = await reopenAndDecide(old);
    await database
      .admin()
      .query(
        "INSERT INTO supersession (worksheet_id, replaces_id, is_partial, note, by_member_id, by_name) SELECT $1, $2, true, 'half', gen_random_uuid(), 'Ada'",
        [fresh.id, old.id],
      );
    await freezeAndApprove(client, fresh, 1);
    expect(await lifeOf(fresh.id, fresh.facilitator)).toMatchObject({ status: "accepted" });
    expect(await lifeOf(old.id, old.facilitator)).toMatchObject({
      status: "accepted",
      supersededBy: [{ isPartial: true, note: "half", number: 2 }],
    });
  });
});
