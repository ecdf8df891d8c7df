import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

const PROJECTION = "@/lib/domain/worksheet/projection";
const planted = { isFilterRemoved: false };

// The planted bug: a build whose projection lets every answer through. Nothing else of the product is replaced.
async function planting() {
  const original = await vi.importActual<typeof import("@/lib/domain/worksheet/projection")>(PROJECTION);
  const { QUESTION_IDS } = await import("@/lib/domain/answers/schema");
  const reveals = QUESTION_IDS.map((question) => ({ question, at: "2026-11-20T10:00:00.000Z" }));
  const projectWorksheet: typeof original.projectWorksheet = (state, viewer, now) =>
    original.projectWorksheet(planted.isFilterRemoved ? { ...state, reveals } : state, viewer, now);
  return { ...original, projectWorksheet };
}

const database = freshDatabase();
let client: ApiClient;
const probe = (team: Team, token = team.facilitator) => client.call("POST", `/worksheets/${team.id}/leak-probe`, { opId: op() }, { token });
const namesOf = async (team: Team) => {
  const view = await client.call("GET", `/worksheets/${team.id}`, undefined, { token: team.facilitator });
  return (view.body.members as { name: string }[]).map(({ name }) => name);
};

beforeAll(async () => {
  // Files of one worker share their modules, and the others want the projection as it is.
  vi.resetModules();
  vi.doMock(PROJECTION, planting);
  client = new (await import("../testing/client")).ApiClient();
});
afterAll(() => {
  vi.doUnmock(PROJECTION);
  vi.resetModules();
});
afterEach(() => {
  planted.isFilterRemoved = false;
});

describe("the leak check", () => {
  it("reads every route as two people, finds nothing, and leaves nobody behind", async () => {
    const team = await aTeam(client);
    const result = await probe(team);
    expect(result.status).toBe(200);
    expect(result.body.leaks).toEqual([]);
    expect(result.body.replies).toBeGreaterThanOrEqual(25);
    expect(await namesOf(team)).toEqual(["Ada", "Bo", "Cy", "Olga"]);
    const shown = await client.call("GET", `/worksheets/${team.id}/workshop`, undefined, { token: team.facilitator });
    expect(shown.body.leakProbe).toMatchObject({ leaks: [], byName: "Ada" });
    // Those whose answers are hidden are the ones who want to know.
    const told = await client.call("GET", `/worksheets/${team.id}/workshop`, undefined, { token: team.bo });
    expect(told.body.leakProbe).toEqual(shown.body.leakProbe);
    const rows = await database.admin().query("SELECT 1 FROM answer WHERE worksheet_id = $1", [team.id]);
    expect(rows.rowCount).toBe(0);
  });

  it("turns red when the projection lets hidden answers through, and says where", async () => {
    const team = await aTeam(client);
    planted.isFilterRemoved = true;
    const result = await probe(team);
    expect(result.body.leaks).toEqual(
      expect.arrayContaining([
        "second member: GET /",
        "second member: GET /answers.csv",
        "facilitator: GET /",
        "second member: GET /disagreement",
      ]),
    );
  });

  it("works beside a worksheet that is revealed", async () => {
    const team = await aTeam(client);
    await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator });
    expect((await probe(team)).body.leaks).toEqual([]);
    const rows = await database.admin().query("SELECT 1 FROM worksheet WHERE title = 'Leak check'");
    expect(rows.rowCount).toBe(0);
  });

  it("is the facilitator's", async () => {
    const team = await aTeam(client);
    expect((await probe(team, team.bo)).status).toBe(403);
  });
});
