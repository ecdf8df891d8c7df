import { beforeAll, expect, it } from "vitest";
import { operationsOf } from "@/lib/domain/api-docs/operations";
import type { OpenApi } from "@/lib/domain/api-docs/schema";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aSpace, type SpaceTeam } from "../testing/space";
import { createApi } from "./app";
import { openApiDocument } from "./openapi";

freshDatabase();
const client = new ApiClient();
const operations = operationsOf(openApiDocument(createApi(), "http://localhost") as unknown as OpenApi);

/** What hangs on words or states that only the reader's own worksheet has. */
const OWN: Readonly<Record<string, string>> = {
  postWorksheetsDeletion: "asks for the worksheet's own title",
  postSpacesDeletion: "asks for the space's own name",
  postWorksheetsRevisions: "wants the decision written first",
  putWorksheetsApproversOrder: "names the approvers of that worksheet",
};

let team: Team;
let space: SpaceTeam;
beforeAll(async () => {
  [team, space] = [await aTeam(client), await aSpace(client)];
  await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator });
});

const sent = operations.filter(({ id, body }) => body?.type === "application/json" && body.file === null && OWN[id] === undefined);

it.each(sent.map((operation) => [operation.id, operation] as const))(
  "%s: its example is understood as it stands",
  async (_id, operation) => {
    const { method, path, parameters, body, isSecured } = operation;
    const isSpace = path.startsWith("/api/v1/spaces/{id}");
    const values = new Map(parameters.map(({ name, example }) => [name, example ?? "01920000-0000-7000-8000-000000000001"]));
    const filled = path
      .replace("{id}", isSpace ? space.id : team.id)
      .replace(/\{(\w+)\}/gu, (_all, name: string) => values.get(name) ?? "");
    const given = body?.example as Record<string, unknown>;
    const fresh = "opId" in given ? { ...given, opId: op() } : given;
    const reply = await client.call(
      method.toUpperCase(),
      filled.replace("/api/v1", ""),
      fresh,
      isSecured ? { token: isSpace ? space.facilitator : team.facilitator } : {},
    );
    expect([400, 422, 500].includes(reply.status), `${reply.status} ${reply.text}`).toBe(false);
  },
);
