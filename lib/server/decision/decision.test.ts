import { describe, expect, it } from "vitest";
import { deskSchema, type MarkInput, type SectionVersion } from "@/lib/domain/decision/desk";
import { ApiClient, aTeam, cookieOf, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();

type Who = { team: Team; token?: string };
const put = ({ team, token = team.facilitator }: Who, path: string, body: object) =>
  client.call("PUT", `/worksheets/${team.id}/${path}`, { opId: op(), ...body }, { token });
const post = ({ team, token = team.facilitator }: Who, path: string, body: object = {}) =>
  client.call("POST", `/worksheets/${team.id}/${path}`, { opId: op(), ...body }, { token });
const write = (who: Who, text: string, baseVersion: number, section = "why") => put(who, "decision", { section, text, baseVersion });
const deskOf = async (team: Team) =>
  deskSchema.parse((await client.call("GET", `/worksheets/${team.id}/decision`, undefined, { token: team.bo })).body);
const viewOf = async (team: Team) => (await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.bo })).body;
const lock = (team: Team, token: string, act = "take") =>
  client.call("PUT", `/worksheets/${team.id}/decision/lock`, { section: "why", act }, { token });

/** What the verify page says of the exported record: its verdict, and whether the decision stands. */
async function verdictOn(team: Team) {
  const { text } = await client.call("GET", `/worksheets/${team.id}/record.json`, undefined, { token: team.bo });
  const { body } = await client.send("/verify", new TextEncoder().encode(text), "application/json");
  return [body.verdict, (body.checks as { id: string; detail: string }[]).find(({ id }) => id === "current")?.detail];
}

async function revealed(title?: string): Promise<Team> {
  const team = await aTeam(client, title);
  expect((await post({ team }, "reveal")).status).toBe(200);
  return team;
}

/** A worksheet ready to freeze, whose choice names a system that has conditions when `choice` says so. */
async function written(choice = "We keep what we have."): Promise<Team> {
  const team = await revealed();
  for (const [section, text] of Object.entries({ choice, alternatives: "None.", why: "Because.", reconsider: "- a second country" }))
    expect((await write({ team }, text, 0, section)).status).toBe(200);
  await post({ team }, "approvers", { self: true });
  return team;
}

async function accept(team: Team) {
  const { body } = await post({ team }, "revisions");
  const { status } = await put({ team }, `revisions/${body.revision}/approvals`, {
    verdict: "approve",
    sha256: body.sha256,
    typedName: "Ada",
  });
  expect(status).toBe(200);
}

describe("the history of a section", () => {
  it("keeps one text per person's run, and a restored text is a save like any other", async () => {
    const team = await revealed();
    await write({ team }, "One", 0);
    await write({ team }, "One, two", 1);
    await write({ team, token: team.bo }, "Bo's", 2);
    await write({ team, token: team.cy }, "One, two", 3);
    const { body } = await client.call("GET", `/worksheets/${team.id}/decision/why/history`, undefined, { token: team.observer });
    expect((body as unknown as SectionVersion[]).map(({ version, text, by }) => [version, text, by])).toEqual([
      [4, "One, two", "Cy"],
      [3, "Bo's", "Bo"],
      [2, "One, two", "Ada"],
    ]);
  });
});

describe("a soft lock", () => {
  it("names who writes, can be taken over, ends on release and after a minute, and binds no save", async () => {
    const team = await revealed();
    expect((await lock(team, team.facilitator)).body.holder).toMatchObject({ name: "Ada" });
    expect((await lock(team, team.bo)).body.holder).toMatchObject({ name: "Ada" });
    expect((await write({ team, token: team.bo }, "still saved", 0)).status).toBe(200);
    expect((await lock(team, team.bo, "take_over")).body.holder).toMatchObject({ name: "Bo" });
    expect((await deskOf(team)).locks.map(({ name }) => name)).toEqual(["Bo"]);
    await lock(team, team.facilitator, "release");
    expect((await deskOf(team)).locks).toHaveLength(1);
    await database.admin().query("UPDATE decision_lock SET at = now() - interval '61 seconds'");
    expect((await deskOf(team)).locks).toEqual([]);
    expect((await lock(team, team.cy)).body.holder).toMatchObject({ name: "Cy" });
    await lock(team, team.cy, "release");
    expect((await deskOf(team)).locks).toEqual([]);
  });
});

describe("marks beside the decision", () => {
  const mark = (over: object) => ({ mark: { kind: "smell", key: "one_option", text: "We know.", data: {}, ...over } as MarkInput });

  it("say who and why, are replaced by key and taken away", async () => {
    const team = await revealed();
    await put({ team, token: team.bo }, "decision/marks", mark({}));
    await put({ team, token: team.cy }, "decision/marks", mark({ text: "Really." }));
    expect((await deskOf(team)).marks).toMatchObject([{ kind: "smell", key: "one_option", text: "Really.", by: "Cy" }]);
    await post({ team }, "decision/marks/removal", { kind: "smell", key: "one_option" });
    expect((await deskOf(team)).marks).toEqual([]);
  });

  it("are refused before the reveal, without a reason, for a day that has passed, and while a revision stands", async () => {
    const open = await aTeam(client);
    expect((await put({ team: open }, "decision/marks", mark({}))).body.code).toBe("not_revealed");
    const team = await written();
    expect((await put({ team }, "decision/marks", mark({ text: "" }))).status).toBe(422);
    const past = { type: "date", date: "2016-11-20", owner: null, measuredAt: "" };
    const late = await put({ team }, "decision/marks", mark({ kind: "trigger", key: op(), text: "By 20 November 2016", data: past }));
    expect(late.body.errors).toMatchObject([{ path: "mark.data.date" }]);
    await post({ team }, "revisions");
    expect((await put({ team }, "decision/marks", mark({}))).body.code).toBe("frozen");
  });

  it("go into the record with the person's id there, triggers typed", async () => {
    const team = await written();
    const trigger = {
      type: "metric",
      metric: "scale.y3.writes_s",
      direction: "above",
      threshold: 10_000,
      owner: null,
      measuredAt: "Grafana",
    };
    await put({ team }, "decision/marks", mark({}));
    await put({ team }, "decision/marks", mark({ kind: "trigger", key: op(), text: "writes pass 10,000 a second", data: trigger }));
    const { body } = await post({ team }, "revisions");
    const revision = await client.call("GET", `/worksheets/${team.id}/revisions/${body.revision}`, undefined, { token: team.bo });
    const { owner: _owner, ...typed } = trigger;
    expect(revision.body.record).toMatchObject({
      putAside: [{ check: "one_option", reason: "We know.", by: "p1" }],
      reconsider: [{ text: "a second country" }, { text: "writes pass 10,000 a second", trigger: typed }],
    });
    const markdown = await client.call("GET", `/worksheets/${team.id}/adr.md`, undefined, { token: team.bo });
    expect(markdown.text).toContain("Only one option was considered: “We know.” (Ada)");
    expect(markdown.text).toContain("writes pass 10,000 a second (measured in Grafana)");
  });
});

describe("freezing a choice with conditions", () => {
  it("names those that nobody accepted, and takes it when each was accepted", async () => {
    const team = await written();
    const { body } = await client.call("GET", `/worksheets/${team.id}/shortlist`, undefined, { token: team.bo });
    const candidates = body.candidates as { id: string; name: string; rules: { id: string; effect: string; outcome: string }[] }[];
    const conditions = (one: (typeof candidates)[number]) => one.rules.filter((rule) => rule.effect === "COND" && rule.outcome === "fires");
    const chosen = candidates.find(
      (one) => conditions(one).length > 0 && candidates.every((other) => other === one || !one.name.includes(other.name)),
    );
    if (chosen === undefined) throw new Error("Some candidate has a condition.");
    await write({ team }, `We use ${chosen.name}.`, 1, "choice");
    const refused = await post({ team }, "revisions");
    expect(refused.status).toBe(422);
    expect((refused.body.errors as { path: string }[]).map(({ path }) => path)).toEqual(
      conditions(chosen).map(({ id }) => `conditions.${id}`),
    );
    const accepts = (key: string) => put({ team }, "decision/marks", { mark: { kind: "condition", key, text: "", data: {} } });
    // The rule alone would be kept and accept nothing: another choice asks again.
    expect((await accepts(conditions(chosen)[0]?.id ?? "")).status).toBe(422);
    expect(refused.body.toAccept).toEqual(conditions(chosen).map(({ id }) => `${chosen.id}/${id}`));
    for (const key of refused.body.toAccept as string[]) expect((await accepts(key)).status).toBe(200);
    const frozen = await post({ team }, "revisions");
    expect(frozen.status).toBe(201);
    const revision = await client.call("GET", `/worksheets/${team.id}/revisions/1`, undefined, { token: team.bo });
    expect((revision.body.record as { accepted: { rule: string; by: string }[] }).accepted.map(({ rule, by }) => [rule, by])).toEqual(
      conditions(chosen).map(({ id }) => [id, "p1"]),
    );
  });
});

describe("the life of a record", () => {
  it("goes to deprecated and back only once it was accepted, else 409 with what is allowed", async () => {
    const team = await written();
    const set = (status: string) => put({ team }, "status", { status, reason: "The product ends." });
    expect((await set("deprecated")).body).toMatchObject({ status: 409, code: "illegal_transition", from: "draft", allowed: [] });
    await accept(team);
    for (const status of ["rejected", "draft", "superseded", "accepted"]) expect((await set(status)).status, status).toBe(409);
    expect((await set("deprecated")).status).toBe(200);
    expect((await deskOf(team)).life).toMatchObject({ status: "deprecated", reason: "The product ends.", allowed: ["accepted"] });
    expect(await viewOf(team)).toMatchObject({ stage: "live", adr: { status: "deprecated", number: 1 } });
    expect(await verdictOn(team)).toEqual(["valid-superseded", "It was called deprecated after it was accepted: it no longer applies."]);
    const markdown = await client.call("GET", `/worksheets/${team.id}/adr.md?format=nygard`, undefined, { token: team.bo });
    expect(markdown.text).toContain("## Status\n\nDeprecated\n");
    expect((await set("accepted")).status).toBe(200);
  });

  it("is superseded both ways when the new decision is accepted, and no longer changes", async () => {
    const [old, fresh] = [await written(), await written()];
    await accept(old);
    const browser = await bothIn(old, fresh);
    const supersede = (from: Team, to: Team, isPartial = false) =>
      browser("POST", `/worksheets/${from.id}/supersessions`, { opId: op(), replaces: to.id, isPartial, note: "" });
    expect((await supersede(old, fresh)).body.reason).toBe("not_decided");
    expect((await supersede(fresh, fresh)).body.reason).toBe("itself");
    expect((await supersede(fresh, old)).status).toBe(201);
    expect((await supersede(fresh, old)).body.reason).toBe("duplicate");
    expect((await deskOf(old)).life).toMatchObject({ status: "accepted", supersededBy: [{ worksheetId: fresh.id, isAccepted: false }] });
    await accept(fresh);
    expect((await deskOf(old)).life).toMatchObject({ status: "superseded", supersededBy: [{ worksheetId: fresh.id, number: 1 }] });
    expect(await verdictOn(old)).toEqual(["valid-superseded", "Another decision replaces it."]);
    expect((await deskOf(fresh)).life).toMatchObject({ status: "accepted", supersedes: [{ worksheetId: old.id, number: 1 }] });
    expect(await viewOf(old)).toMatchObject({ stage: "live", isFrozen: true, adr: { status: "superseded", number: 1 } });
    const recent = (await browser("GET", "/sessions")).body.worksheets as { worksheetId: string; adr: { status: string } }[];
    expect(recent.find((one) => one.worksheetId === old.id)?.adr.status).toBe("superseded");
    expect((await supersede(old, fresh)).body.reason).toBe("cycle");
    expect((await post({ team: old }, "revisions/1/withdrawal")).status).toBe(409);
    const text = async (team: Team, format = "nygard") =>
      (await client.call("GET", `/worksheets/${team.id}/adr.md?format=${format}`, undefined, { token: team.bo })).text;
    expect(await text(old)).toContain("Superceded by [1. Which store for the orders?](0001-which-store-for-the-orders.md)");
    expect(await text(fresh)).toContain("Supercedes [1. Which store for the orders?]");
    // log4brains names files by day, so the link does too.
    expect(await text(old, "log4brains")).toMatch(/superseded by .*\(20\d{6}-which-store-for-the-orders\.md\)/u);
    await database.admin().query("UPDATE worksheet SET deleted_at = now() WHERE id = $1", [old.id]);
    expect((await deskOf(fresh)).life.supersedes).toMatchObject([{ isGone: true, title: "" }]);
    expect((await supersede(await written(), old)).status).toBe(404);
  });

  it("is replaced in part, goes on standing, and stands again as a whole once the link is taken back", async () => {
    const [old, fresh] = [await written(), await written()];
    await accept(old);
    const browser = await bothIn(old, fresh);
    const link = { replaces: old.id, isPartial: true, note: "Sessions only" };
    expect((await browser("POST", `/worksheets/${fresh.id}/supersessions`, { opId: op(), ...link })).status).toBe(201);
    await accept(fresh);
    expect((await deskOf(old)).life).toMatchObject({ status: "accepted", supersededBy: [{ isPartial: true, note: "Sessions only" }] });
    const takeBack = () => browser("DELETE", `/worksheets/${fresh.id}/supersessions/${old.id}`, { opId: op() });
    expect((await takeBack()).body).toMatchObject({ status: 409, code: "illegal_transition" });
    expect((await post({ team: fresh }, "revisions/1/withdrawal")).status).toBe(200);
    expect((await takeBack()).status).toBe(204);
    expect((await deskOf(old)).life).toMatchObject({ status: "accepted", supersededBy: [] });
  });

  it("is replaced only by who is facilitator of both", async () => {
    const [old, fresh] = [await written(), await written()];
    await accept(old);
    expect((await post({ team: fresh }, "supersessions", { replaces: old.id, isPartial: false, note: "" })).status).toBe(404);
  });
});

/** One browser that is facilitator of both worksheets. */
async function bothIn(...teams: Team[]) {
  let cookie: string | null = null;
  for (const team of teams) cookie = cookieOf(await client.browser(cookie)("POST", "/sessions", { token: team.facilitator }));
  return client.browser(cookie);
}
