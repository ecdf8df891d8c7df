import { expect, it } from "vitest";
import { anAcceptedDecision } from "../testing/accepted";
import { ApiClient, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aKey, aSpace, moveIn } from "../testing/space";

const database = freshDatabase();
const client = new ApiClient();
const TODAY = new Date().toISOString().slice(0, 10);
const body = () => ({ opId: op(), on: TODAY, actuals: [{ metric: "writes_s", value: 2_600 }], outcome: "update" });

it("a key that may write reviews keeps one under its own name, once however often it is sent, and can do nothing else there", async () => {
  const [team, space] = [await anAcceptedDecision(client), await aSpace(client)];
  await moveIn(client, team, space);
  const [reviewer, sender] = [await aKey(client, space, ["write:reviews"]), await aKey(client, space, ["write:metrics"])];
  const send = (token: string, given: object, id = team.id) => client.call("POST", `/worksheets/${id}/reviews`, given, { token });
  const given = body();
  const [first, again] = [await send(reviewer.key, given), await send(reviewer.key, given)];
  expect([first.status, first.body.by, again.body]).toEqual([201, "cron", first.body]);
  const { reviews } = (await client.call("GET", `/worksheets/${team.id}/reviews`, undefined, { token: team.bo })).body;
  expect(reviews).toMatchObject([{ by: "cron", outcome: "update" }]);
  expect((await send(sender.key, body())).status).toBe(403);
  const alone = await anAcceptedDecision(client, "Alone");
  expect((await send(reviewer.key, body(), alone.id)).status).toBe(404);
  const others = ["", "/reviews", "/record.json"].map((path) =>
    client.call("GET", `/worksheets/${team.id}${path}`, undefined, { token: reviewer.key }),
  );
  expect((await Promise.all(others)).map(({ status }) => status)).toEqual([401, 401, 401]);
  await client.call("DELETE", `/spaces/${space.id}/keys/${reviewer.id}`, undefined, { token: space.facilitator });
  expect((await send(reviewer.key, body())).status).toBe(401);
  const { rows } = await database
    .admin()
    .query("SELECT payload FROM audit_event WHERE chain = $1 AND payload LIKE '%\"reviewed\"%'", [team.id]);
  expect(rows.map(({ payload }) => JSON.parse(payload))).toMatchObject([{ by: reviewer.id, key: "cron" }]);
});
