import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApi } from "../api/app";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";

const database = freshDatabase();
const client = new ApiClient();
let other: ChildProcess;
let origin = "";

beforeAll(async () => {
  other = spawn(process.execPath, ["--import", "./register.mjs", "lib/server/testing/api-process.ts"], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(other.stdout ?? process.stdin, "data")) as [Buffer];
  origin = `http://127.0.0.1:${line.toString().trim()}`;
});
afterAll(async () => {
  other.kill("SIGKILL");
  await once(other, "exit");
});

/** Events of a stream as they come, the greeting first. */
async function* events(response: Response): AsyncGenerator<{ seq: number; changed: string[]; at: number }> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  for (let text = ""; reader; ) {
    const { value, done } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const data = /^event: change\ndata: (.*)$/mu.exec(text.slice(0, end))?.[1];
      text = text.slice(end + 2);
      if (data) yield { ...(JSON.parse(data) as { seq: number; changed: string[] }), at: performance.now() };
    }
  }
}

const open = {
  here: async (path: string, headers: Record<string, string>) => createApi().request(`/api/v1${path}`, { headers }),
  there: async (path: string, headers: Record<string, string>) => fetch(`${origin}/api/v1${path}`, { headers }),
};

const body = (value: number) => ({ opId: op(), round: 2, fields: { "y3.users": { value, baseVersion: 0 } } });
const save = {
  here: async ({ id, bo }: Team) => (await client.call("PUT", `/worksheets/${id}/answers/scale`, body(5), { token: bo })).status,
  there: async ({ id, bo }: Team) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${bo}` };
    const url = `${origin}/api/v1/worksheets/${id}/answers/scale`;
    return (await fetch(url, { method: "PUT", headers, body: JSON.stringify(body(5)) })).status;
  },
};

async function revealed(): Promise<Team> {
  const team = await aTeam(client);
  await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator });
  return team;
}

describe("two app processes on one database", () => {
  it.each([
    ["here", "there"],
    ["there", "here"],
  ] as const)("tell within a second what was saved %s to a screen that is open %s", async (writer, reader) => {
    const team = await revealed();
    const stream = await open[reader](`/worksheets/${team.id}/events`, { authorization: `Bearer ${team.cy}` });
    const heard = events(stream);
    await heard.next();
    const sentAt = performance.now();
    expect(await save[writer](team)).toBe(200);
    for await (const { changed, at } of heard) {
      // The first stream of a process may be greeted before the process listens; it is then told to look at everything.
      if (!changed.includes("answers") && !changed.includes("*")) continue;
      expect(at - sentAt).toBeLessThan(1_000);
      break;
    }
    await stream.body?.cancel().catch(() => undefined);
  });

  it("end the streams of one when a link is switched off through the other", async () => {
    const team = await revealed();
    const stream = await open.there(`/worksheets/${team.id}/events`, { authorization: `Bearer ${team.bo}` });
    const view = await client.call("GET", `/worksheets/${team.id}/links`, undefined, { token: team.facilitator });
    const link = (view.body.links as { id: string; name: string | null }[]).find(({ name }) => name === "Bo");
    const offAt = performance.now();
    await client.call("DELETE", `/worksheets/${team.id}/links/${link?.id}`, undefined, { token: team.facilitator });
    for await (const _event of events(stream));
    expect(performance.now() - offAt).toBeLessThan(5_000);
  });

  it("find by polling what was told while nobody listened", async () => {
    const team = await revealed();
    const stream = await open.here(`/worksheets/${team.id}/events`, { authorization: `Bearer ${team.cy}` });
    const heard = events(stream);
    await heard.next();
    // A change that nobody announced, as when the listening connection was cut at that moment. The first poll learns where things stand.
    const bump = setInterval(() => void database.admin().query("UPDATE worksheet SET seq = seq + 1 WHERE id = $1", [team.id]), 1_000);
    for await (const { changed } of heard) if (changed.includes("*")) break;
    clearInterval(bump);
    await stream.body?.cancel().catch(() => undefined);
  });
});
