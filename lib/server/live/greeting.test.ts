import { expect, it } from "vitest";
import { createApi } from "../api/app";
import { ApiClient, aTeam, op } from "../testing/client";
import { freshDatabase } from "../testing/database";

freshDatabase();
const client = new ApiClient();

it("a stream names nothing to whoever has read or heard all there is, and everything to everybody else", async () => {
  const { id, facilitator, bo } = await aTeam(client);
  const seq = async () => Number((await client.call("GET", `/worksheets/${id}`, undefined, { token: bo })).body.seq);
  const greeting = async (query = "", headers: Record<string, string> = {}) => {
    const path = `/api/v1/worksheets/${id}/events${query}`;
    const reader = (await createApi().request(path, { headers: { authorization: `Bearer ${bo}`, ...headers } })).body?.getReader();
    const text = new TextDecoder().decode((await reader?.read())?.value);
    await reader?.cancel();
    return JSON.parse(/^data: (.*)$/mu.exec(text)?.[1] ?? "null").changed as string[];
  };
  const read = await seq();
  expect(await greeting(`?since=${read}`)).toEqual([]);
  expect(await greeting()).toEqual(["*"]);
  expect(await greeting("?since=none")).toEqual(["*"]);

  await client.call("POST", `/worksheets/${id}/reveal`, { opId: op() }, { token: facilitator });
  const now = await seq();
  expect(now).toBeGreaterThan(read);
  expect(await greeting(`?since=${read}`)).toEqual(["*"]);
  // A browser that connects again says what it heard last, with the address that it opened first.
  expect(await greeting(`?since=${read}`, { "last-event-id": String(now) })).toEqual([]);
  expect(await greeting(`?since=${now}`, { "last-event-id": String(read) })).toEqual(["*"]);
});
