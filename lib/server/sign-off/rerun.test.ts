import { describe, expect, it } from "vitest";
import { canonicalise } from "@/lib/domain/record/canonicalise";
import { recordSchema } from "@/lib/domain/record/schema";
import { sha256Hex } from "@/lib/domain/record/sha256";
import { anAcceptedDecision } from "../testing/accepted";
import { ApiClient, aTeam } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();
const read = (id: string, path: string, token: string) => client.call("GET", `/worksheets/${id}/${path}`, undefined, { token });
const stored = async (id: string) => {
  const { rows } = await database.admin().query("SELECT canonical, sha256, status FROM revision WHERE worksheet_id = $1", [id]);
  return rows[0] as { canonical: string; sha256: string; status: string };
};

/** The row and the exported file, less the checkpoint that every export signs anew. */
async function everything(id: string, token: string) {
  const { record, sha256, status, number, approvals } = (await read(id, "record.json", token)).body;
  return { row: await stored(id), file: { record, sha256, status, number, approvals } };
}

/** The same decision as rules of an older version left it: another list, and Cassandra still in it. */
async function decidedWithOlderRules(id: string): Promise<void> {
  const { canonical } = await stored(id);
  const record = recordSchema.parse(JSON.parse(canonical));
  const candidates = record.evaluation.candidates.map((one) =>
    one.id === "cassandra" ? { ...one, status: "shortlisted" as const, leftAt: null, rules: [] } : one,
  );
  const shortlist = [...record.evaluation.shortlist.slice(0, 1), { id: "cassandra", hosting: [], companions: [] }];
  const versions = { ...record.versions, rules: "1" };
  const older = canonicalise(recordSchema.parse({ ...record, evaluation: { ...record.evaluation, candidates, shortlist }, versions }));
  await database.admin().query("UPDATE revision SET canonical = $2, sha256 = $3 WHERE worksheet_id = $1", [id, older, sha256Hex(older)]);
}

describe("running an accepted decision again", () => {
  it("shows what today's rules would list, and leaves the record and its hash as they were decided", async () => {
    const team = await anAcceptedDecision(client);
    expect((await read(team.id, "rerun", team.bo)).body).toMatchObject({ isSameList: true, candidates: [] });
    await decidedWithOlderRules(team.id);
    const before = await everything(team.id, team.bo);

    const { status, body } = await read(team.id, "rerun", team.bo);
    expect(status).toBe(200);
    expect(body).toMatchObject({ isSameList: false, versions: { was: { rules: "1" }, is: { rules: expect.stringMatching(/^[2-9]/u) } } });
    expect((body.shortlist as { was: { id: string }[] }).was.map(({ id }) => id)).toContain("cassandra");
    expect((body.shortlist as { is: { id: string }[] }).is.map(({ id }) => id)).not.toContain("cassandra");
    expect((body.candidates as { id: string }[]).map(({ id }) => id)).toContain("cassandra");

    const after = await everything(team.id, team.bo);
    expect(after).toEqual(before);
    expect(sha256Hex(after.row.canonical)).toBe(after.row.sha256);
    expect(after.row.status).toBe("accepted");
  });

  it("is refused while nothing is decided", async () => {
    const team = await aTeam(client);
    expect(await read(team.id, "rerun", team.bo)).toMatchObject({ status: 409, body: { code: "illegal_transition" } });
  });
});
