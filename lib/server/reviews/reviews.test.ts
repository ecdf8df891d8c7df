import { describe, expect, it } from "vitest";
import { type Accepted, anAcceptedDecision } from "../testing/accepted";
import { ApiClient, aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();

const get = (team: { id: string }, path: string, token: string) =>
  client.call("GET", `/worksheets/${team.id}/${path}`, undefined, { token });
const post = (team: { id: string }, path: string, { token, ...body }: { token: string } & Record<string, unknown>) =>
  client.call("POST", `/worksheets/${team.id}/${path}`, body, { token });

/** As if the decision had been accepted a year ago. */
async function aYearLater(): Promise<Accepted> {
  const team = await anAcceptedDecision(client);
  await database.admin().query("UPDATE revision SET decided_at = now() - interval '1 year' WHERE worksheet_id = $1", [team.id]);
  return team;
}

const TODAY = new Date().toISOString().slice(0, 10);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const WRITES = [{ metric: "writes_s", value: 80_000 }];

describe("looking back at a decision", () => {
  it("refuses while nothing is accepted", async () => {
    const team = await aTeam(client);
    const token = team.facilitator;
    expect((await get(team, "reviews", token)).body).toMatchObject({ since: null, result: null, reviews: [] });
    expect((await post(team, "reviews/trial", { token, on: TODAY, actuals: [] })).status).toBe(409);
  });

  it("compares actual numbers with what the team expected, and keeps nothing by that", async () => {
    const team = await aYearLater();
    const trial = await post(team, "reviews/trial", { token: team.bo, on: TODAY, actuals: WRITES });
    expect(trial.status).toBe(200);
    const rows = trial.body.rows as { metric: string; verdict: string }[];
    expect(rows.find(({ metric }) => metric === "writes_s")?.verdict).toBe("nobody_expected");
    expect((trial.body.list as { isSame: boolean }).isSame).toBe(false);
    expect((await get(team, "reviews", team.bo)).body.reviews).toEqual([]);
  });

  it("keeps a review once however often it is sent, with its author, and leaves the record as it was", async () => {
    const team = await aYearLater();
    const before = (await get(team, "record.json", team.bo)).text;
    const body = { opId: op(), on: TODAY, actuals: WRITES, outcome: "still_right", lookAgainOn: inDays(180), note: "Calm year." };
    const [first, again] = [
      await post(team, "reviews", { token: team.bo, ...body }),
      await post(team, "reviews", { token: team.bo, ...body }),
    ];
    expect([first.status, again.body]).toEqual([201, first.body]);
    const read = await get(team, "reviews", team.facilitator);
    expect(read.body.reviews).toMatchObject([{ by: "Bo", outcome: "still_right", lookAgainOn: inDays(180) }]);
    const [recordNow, recordThen] = [(await get(team, "record.json", team.bo)).text, before].map((text) => JSON.parse(text).record);
    expect(recordNow).toEqual(recordThen);
  });

  it("names the field that is wrong", async () => {
    const team = await aYearLater();
    const wrong = async (body: Record<string, unknown>) => {
      const reply = await post(team, "reviews", { token: team.bo, opId: op(), on: TODAY, actuals: [], outcome: "update", ...body });
      return [reply.status, (reply.body.errors as { path: string }[] | undefined)?.[0]?.path];
    };
    expect(await wrong({ outcome: "still_right" })).toEqual([422, "lookAgainOn"]);
    expect(await wrong({ on: "2020-01-01" })).toEqual([422, "on"]);
    expect(await wrong({ on: inDays(30) })).toEqual([422, "on"]);
    expect(await wrong({ actuals: [...WRITES, ...WRITES] })).toEqual([422, "actuals.1.metric"]);
    expect(await wrong({ actuals: [{ metric: "writes_s", value: -1 }] })).toEqual([422, "actuals.0.value"]);
  });

  it("gives the next look as a calendar file, and nothing before one is set", async () => {
    const team = await aYearLater();
    expect((await get(team, "review.ics", team.bo)).status).toBe(404);
    const body = { opId: op(), on: TODAY, actuals: [], outcome: "still_right", lookAgainOn: "2031-06-01" };
    await post(team, "reviews", { token: team.bo, ...body });
    expect((await get(team, "review.ics", team.bo)).text).toContain("DTSTART;VALUE=DATE:20310601");
  });
});

describe("reopening a decision", () => {
  it("starts a worksheet with the frame and the actual numbers, once, and both know of each other", async () => {
    const team = await aYearLater();
    const token = team.facilitator;
    const given = { ops: { clouds: ["aws"] }, migration: { data_gb: 50, log_available: "yes" } };
    await database.admin().query("UPDATE worksheet SET frame = $2 WHERE id = $1", [team.id, JSON.stringify(given)]);
    const review = await post(team, "reviews", { token, opId: op(), on: TODAY, actuals: WRITES, outcome: "reopen" });
    const path = `reviews/${String(review.body.id)}/reopening`;
    const reopened = await post(team, path, { token, opId: op() });
    expect(reopened.status).toBe(201);
    const fresh = { id: String(reopened.body.id) };
    const view = await client.call("GET", `/worksheets/${fresh.id}`, undefined, { token: String(reopened.body.memberToken) });
    expect(view.body).toMatchObject({
      frame: { frame: { incumbent: "postgresql" }, ops: given.ops },
      answers: [{ field: "scale.now.writes_s", value: 80_000 }],
    });
    // The former move was from something else.
    expect(view.body.frame).not.toHaveProperty("migration");
    expect((await get(fresh, "reviews", String(reopened.body.memberToken))).body.reopens).toBe(team.id);
    expect((await get(team, "reviews", token)).body.reviews).toMatchObject([{ reopenedAs: fresh.id }]);
    const again = await post(team, path, { token, opId: op() });
    expect([again.status, again.body.worksheetId]).toEqual([409, fresh.id]);
  });

  it("is for the facilitator, and for a review that said so", async () => {
    const team = await aYearLater();
    const review = await post(team, "reviews", { token: team.bo, opId: op(), on: TODAY, actuals: [], outcome: "update" });
    const path = `reviews/${String(review.body.id)}/reopening`;
    expect((await post(team, path, { token: team.bo, opId: op() })).status).toBe(403);
    expect((await post(team, path, { token: team.facilitator, opId: op() })).status).toBe(409);
  });
});
