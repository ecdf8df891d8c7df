import { beforeAll, describe, expect, it } from "vitest";
import { ADR_FORMATS } from "@/lib/domain/adr/formats";
import { deskSchema } from "@/lib/domain/decision/desk";
import { logPageSchema } from "@/lib/domain/log/schema";
import { anAcceptedDecision, decide } from "../testing/accepted";
import { ApiClient, aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSpace, moveIn, type SpaceTeam } from "../testing/space";

freshDatabase();
const client = new ApiClient();

let space: SpaceTeam;
let imported: string;
beforeAll(async () => {
  space = await aSpace(client);
  const text = "# 1. Use MySQL\n\n## Status\n\nAccepted\n\n## Context\n\nOrders.\n\n## Decision\n\nWe use MySQL.\n";
  const files = [{ path: "docs/adr/0001-use-mysql.md", content: Buffer.from(text).toString("base64") }];
  const reply = await client.call("POST", `/spaces/${space.id}/log/imports`, { opId: op(), files }, { token: space.bo });
  imported = (reply.body.files as { entryId: string }[])[0]?.entryId ?? "";
});

const log = async () => {
  const reply = await client.call("GET", `/spaces/${space.id}/log?status=all`, undefined, { token: space.bo });
  return logPageSchema.parse(reply.body).entries;
};
const statusOf = async (id: string) => (await log()).find((entry) => entry.id === id)?.status;
const entryOf = async (worksheetId: string) => (await log()).find((entry) => entry.worksheetId === worksheetId)?.id ?? "";
const replace = (by: string | null, { isPartial = false, id = imported } = {}) =>
  client.call("PUT", `/spaces/${space.id}/log/${id}/replaced`, { opId: op(), by, isPartial }, { token: space.bo });

describe("an imported record that a decision of ours replaces", () => {
  it("counts as superseded from that decision's acceptance on, with links both ways, and as before when it is taken back", async () => {
    const team = await aTeam(client, "Which store instead of MySQL?");
    await moveIn(client, team, space);
    const own = await entryOf(team.id);
    expect((await replace(own)).status).toBe(200);
    // Nothing is decided yet: what stands goes on standing.
    expect(await statusOf(imported)).toBe("accepted");
    expect((await log()).find(({ id }) => id === imported)?.replacedBy).toMatchObject([{ id: own, worksheetId: team.id }]);

    await decide(client, team);
    expect(await statusOf(imported)).toBe("superseded");
    expect((await log()).find(({ id }) => id === own)).toMatchObject({
      status: "accepted",
      replaces: [{ id: imported, isPartial: false }],
    });
    for (const format of ADR_FORMATS) {
      const { text } = await client.call("GET", `/worksheets/${team.id}/adr.md?format=${format}`, undefined, { token: team.facilitator });
      expect(text).toContain(
        format === "nygard" ? "\nSupercedes [1. Use MySQL](0001-use-mysql.md)\n" : "Supersedes [ADR-0001](0001-use-mysql.md)\n",
      );
    }
    const desk = await client.call("GET", `/worksheets/${team.id}/decision`, undefined, { token: team.facilitator });
    expect(deskSchema.parse(desk.body).life.supersedesImports).toMatchObject([{ entryId: imported, title: "Use MySQL", number: 1 }]);
    const { bytes } = await client.bytes(`/spaces/${space.id}/log/${imported}/source`, space.bo);
    expect(Buffer.from(bytes).toString("utf8")).toContain("Accepted");

    await replace(own, { isPartial: true });
    expect(await statusOf(imported)).toBe("accepted");
    await replace(own);
    expect(await statusOf(imported)).toBe("superseded");
    await replace(null);
    expect(await statusOf(imported)).toBe("accepted");
  }, 60_000);

  it("is replaced by a decision made in its own log only, and only an imported one", async () => {
    const elsewhere = await anAcceptedDecision(client, "Elsewhere?");
    const other = await aSpace(client, "Another");
    await moveIn(client, elsewhere, other);
    const theirs = (await client.call("GET", `/spaces/${other.id}/log`, undefined, { token: other.bo })).body.entries as { id: string }[];
    expect((await replace(theirs[0]?.id ?? "")).status).toBe(422);
    expect((await replace(imported)).status).toBe(422);
    const own = (await log()).find(({ worksheetId }) => worksheetId !== null)?.id ?? "";
    expect((await replace(null, { id: own })).status).toBe(404);
  });

  it("has no way back of its own, and ours has the one of what it chose", async () => {
    const doors = (await log()).map(({ worksheetId, chosen, door }) => [worksheetId === null, chosen, door]);
    expect(doors.toSorted()).toEqual([
      [false, "PostgreSQL", "two"],
      [true, null, null],
    ]);
  });
});
