import { describe, expect, it } from "vitest";
import type { Team } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { approve, approver, aWrittenDecision, client, freeze, post, put, viewOf, withdraw } from "../testing/decision";

const database = freshDatabase();

async function aTrio(rule: Record<string, unknown> = {}) {
  const team = await aWrittenDecision();
  const tokens = { dee: await approver(team, "Dee"), eli: await approver(team, "Eli"), fay: await approver(team, "Fay") };
  const set = await put(team, "sign-off/rule", { required: null, inOrder: false, deadline: null, ...rule });
  expect(set.status).toBe(200);
  const { sha256 } = (await freeze(team)).body;
  return { team, ...tokens, sha256 };
}

const statusOf = async (team: Team) => ((await viewOf(team)).adr as { status: string }).status;
const decline = { verdict: "decline", comment: "Name who runs it." };
const remove = (team: Team, id: string | undefined) =>
  client.call("DELETE", `/worksheets/${team.id}/approvers/${id}`, undefined, { token: team.facilitator });

describe("one who asks for changes", () => {
  it("closes nothing for the others, may think again, and the revision is rejected once all have answered", async () => {
    const { team, dee, eli, fay, sha256 } = await aTrio();
    expect((await approve(team, dee, { sha256, ...decline })).status).toBe(200);
    expect(await statusOf(team)).toBe("proposed");
    expect((await approve(team, eli, { sha256 })).status).toBe(200);
    expect((await approve(team, dee, { sha256 })).status).toBe(200);
    expect((await approve(team, dee, { sha256, ...decline })).status).toBe(200);
    expect((await approve(team, fay, { sha256 })).status).toBe(200);
    expect(await statusOf(team)).toBe("rejected");
    expect((await approve(team, dee, { sha256 })).body).toMatchObject({ code: "illegal_transition", reason: "decided" });
  });
});

describe("a rule", () => {
  it("of two of three accepts with the second yes, whatever the third said, and is the one that was frozen", async () => {
    const { team, dee, eli, fay, sha256 } = await aTrio({ required: 2 });
    expect((await put(team, "sign-off/rule", { required: 1, inOrder: false, deadline: null })).body.code).toBe("frozen");
    expect((await approve(team, dee, { sha256, ...decline })).status).toBe(200);
    // What a request says about the rule counts for nothing.
    expect((await approve(team, eli, { sha256, required: 1 })).status).toBe(422);
    expect((await approve(team, eli, { sha256 })).status).toBe(200);
    expect(await statusOf(team)).toBe("proposed");
    expect((await approve(team, fay, { sha256 })).status).toBe(200);
    expect((await viewOf(team)).adr).toEqual({ number: 1, status: "accepted", isDue: false });
  });

  it("that needs more people than were named cannot be frozen", async () => {
    const team = await aWrittenDecision();
    await approver(team, "Dee");
    await put(team, "sign-off/rule", { required: 2, inOrder: false, deadline: null });
    expect((await freeze(team)).body).toMatchObject({ status: 422, errors: [{ path: "approvers" }] });
  });

  it("that asks in order refuses the second before the first has answered, and the facilitator's record of it too", async () => {
    const { team, dee, eli, sha256 } = await aTrio({ inOrder: true });
    expect((await approve(team, eli, { sha256 })).body).toMatchObject({ status: 409, reason: "not_your_turn" });
    const [first, second] = (await viewOf(team)).approvers as { id: string }[];
    expect((await approve(team, team.facilitator, { sha256, approverId: second?.id })).body).toMatchObject({ reason: "not_your_turn" });
    expect((await approve(team, dee, { sha256 })).status).toBe(200);
    expect((await approve(team, eli, { sha256 })).status).toBe(200);
    expect((await put(team, "approvers/order", { approvers: [second?.id, first?.id] })).body.code).toBe("frozen");
    await withdraw(team, 1);
    const ids = ((await viewOf(team)).approvers as { id: string }[]).map(({ id }) => id);
    expect((await put(team, "approvers/order", { approvers: ids.slice(1) })).status).toBe(422);
    expect((await put(team, "approvers/order", { approvers: ids.toReversed() })).status).toBe(200);
    expect(((await viewOf(team)).approvers as { name: string }[]).map(({ name }) => name)).toEqual(["Fay", "Eli", "Dee"]);
  });

  it("with a deadline refuses answers after it by the database's clock, until it is moved", async () => {
    const { team, dee, sha256 } = await aTrio({ deadline: "2020-01-01T00:00:00+05:45" });
    expect((await approve(team, dee, { sha256 })).body).toMatchObject({ status: 409, reason: "deadline_passed" });
    expect((await put(team, "revisions/1/deadline", { deadline: "2099-01-01T00:00:00Z" })).status).toBe(200);
    expect((await approve(team, dee, { sha256 })).status).toBe(200);
  });
});

describe("the list of approvers", () => {
  it("is closed once the decision is accepted, and open again with the next revision", async () => {
    const { team, dee, eli, fay, sha256 } = await aTrio();
    for (const token of [dee, eli, fay]) await approve(team, token, { sha256 });
    const [first] = (await viewOf(team)).approvers as { id: string }[];
    expect((await post(team, "approvers", { name: "Gus" })).status).toBe(409);
    expect((await post(team, "approvers", { self: true })).status).toBe(409);
    expect((await remove(team, first?.id)).status).toBe(409);
    expect((await post(team, "approvers/me/delegate", { name: "Gus" }, dee)).status).toBe(409);
    expect(await statusOf(team)).toBe("accepted");
    await withdraw(team, 1);
    expect((await post(team, "approvers", { name: "Gus" })).status).toBe(201);
  });

  it("does not count whoever was taken off while reading, and tells them so", async () => {
    const { team, dee, eli, fay, sha256 } = await aTrio();
    const [first] = (await viewOf(team)).approvers as { id: string }[];
    expect((await remove(team, first?.id)).status).toBe(204);
    expect((await approve(team, dee, { sha256 })).status).toBe(401);
    await approve(team, eli, { sha256 });
    await approve(team, fay, { sha256 });
    expect(await statusOf(team)).toBe("accepted");
  });
});

describe("a delegate", () => {
  it("answers instead, for whom is on record, and the place may be taken back until then", async () => {
    const { team, dee, eli, fay, sha256 } = await aTrio();
    const handed = await post(team, "approvers/me/delegate", { name: "Gus" }, dee);
    const gus = String(handed.body.link).split("#")[1] ?? "";
    expect((await approve(team, dee, { sha256 })).body).toMatchObject({ reason: "not_asked" });
    expect((await post(team, "approvers/me/delegate", { name: "Hal" }, gus)).body).toMatchObject({ reason: "delegate_of_delegate" });
    const back = () => client.call("DELETE", `/worksheets/${team.id}/approvers/me/delegate`, undefined, { token: dee });
    expect((await back()).status).toBe(204);
    expect((await approve(team, gus, { sha256 })).status).toBe(401);
    const again = String((await post(team, "approvers/me/delegate", { name: "Ida" }, dee)).body.link).split("#")[1] ?? "";
    expect((await approve(team, again, { sha256 })).status).toBe(200);
    expect((await back()).body).toMatchObject({ reason: "said_already" });
    await approve(team, eli, { sha256 });
    await approve(team, fay, { sha256 });
    expect(await statusOf(team)).toBe("accepted");
    const { rows } = await database
      .admin()
      .query(
        "SELECT statement::json->>'approver' AS approver, statement::json->>'delegatedBy' AS for FROM approval WHERE worksheet_id = $1",
        [team.id],
      );
    expect(rows).toContainEqual({ approver: "Ida", for: "Dee" });
  });
});
