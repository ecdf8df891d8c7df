import { describe, expect, it } from "vitest";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();

const CANARIES = { value: 735_190_264_813, reason: "canary-reason-8841", note: "canary-note-5527" };

async function boAnswers(team: Team) {
  const fields = { "y3.writes_s": { value: CANARIES.value, baseVersion: 0, basis: "wild_guess", reason: CANARIES.reason } };
  const body = { opId: op(), round: 1, fields, othersMayNotKnow: { text: CANARIES.note, baseVersion: 0 } };
  expect((await client.call("PUT", `/worksheets/${team.id}/answers/scale`, body, { token: team.bo })).status).toBe(200);
}

const READS = [
  "",
  "/shortlist",
  "/costs",
  "/disagreement",
  "/links",
  "/answers.csv",
  "/costs.csv",
  "/adr.md",
  "/adr.pdf",
  "/record.json",
  "/revisions/1",
];

describe("before the reveal", () => {
  it.each(["facilitator", "cy", "observer"] as const)("no reply to %s holds a byte of another's answer", async (who) => {
    const team = await aTeam(client);
    await boAnswers(team);
    for (const path of READS) {
      const reply = await client.call("GET", `/worksheets/${team.id}${path}`, undefined, { token: team[who] });
      for (const canary of Object.values(CANARIES)) expect(reply.text).not.toContain(String(canary));
    }
  });

  it("a save leaves no trace that others could count: same seq, same ETag for a member", async () => {
    const team = await aTeam(client);
    const before = await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.cy });
    await boAnswers(team);
    const after = await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.cy });
    const blank = ({ members, ...rest }: Record<string, unknown>) => ({
      ...rest,
      members: (members as Record<string, unknown>[]).map(({ isHere: _isHere, ...member }) => member),
    });
    expect(blank(after.body)).toEqual(blank(before.body));
  });

  it("tells the facilitator who has started which question, and a member not even that", async () => {
    const team = await aTeam(client);
    await boAnswers(team);
    const startedOf = async (token: string) => {
      const view = await client.call("GET", `/worksheets/${team.id}`, undefined, { token });
      return (view.body.members as { name: string; started: string[] | null }[]).find((member) => member.name === "Bo")?.started;
    };
    expect(await startedOf(team.facilitator)).toEqual(["scale"]);
    expect(await startedOf(team.cy)).toBeNull();
  });
});

describe("the reveal", () => {
  it("is the facilitator's alone, and shows every first answer to everyone", async () => {
    const team = await aTeam(client);
    await boAnswers(team);
    expect((await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.bo })).status).toBe(403);
    expect((await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator })).status).toBe(200);
    for (const token of [team.facilitator, team.cy, team.observer]) {
      expect((await client.call("GET", `/worksheets/${team.id}`, undefined, { token })).text).toContain(CANARIES.reason);
    }
  });

  it("happens once, however often it is asked at the same moment", async () => {
    const team = await aTeam(client);
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator })),
    );
    expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([200]));
    const view = await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.bo });
    expect(view.body.isRevealed).toBe(true);
  });
});
