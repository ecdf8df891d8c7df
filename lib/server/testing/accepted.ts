import type { TriggerData } from "@/lib/domain/decision/desk";
import type { JobKind } from "../jobs/job-kind";
import { JobRunner } from "../jobs/runner";
import { type ApiClient, aTeam, op, type Team } from "./client";

const SECTIONS = {
  choice: "We will use PostgreSQL for orders.",
  alternatives: "MySQL, and a document store.",
  why: "Orders, stock and payments change together, and we run it already.",
  reconsider: "Writes pass 10,000 a second",
};

export type Accepted = Team & { dee: string; eli: string; sha256: string };

/** A worksheet whose decision two people approved. */
export async function anAcceptedDecision(client: ApiClient, title?: string, triggers: readonly TriggerData[] = []): Promise<Accepted> {
  return decide(client, await aTeam(client, title), triggers);
}

/** The same for a team that has not answered anything yet. */
export async function decide(client: ApiClient, team: Team, triggers: readonly TriggerData[] = []): Promise<Accepted> {
  await answer(client, team);
  await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator });
  for (const data of triggers) {
    const mark = { kind: "trigger", key: op(), text: `When ${data.type} comes`, data };
    await client.call("PUT", `/worksheets/${team.id}/decision/marks`, { opId: op(), mark }, { token: team.facilitator });
  }
  for (const [section, text] of Object.entries(SECTIONS)) await writeSection(client, team, { section, text });
  const [dee, eli] = [await nameApprover(client, team, "Dee"), await nameApprover(client, team, "Eli")];
  const sha256 = await freezeAndApprove(client, { ...team, dee, eli }, 1);
  return { ...team, dee, eli, sha256 };
}

/** Freezes what stands and lets both approve it; gives the hash. */
export async function freezeAndApprove(client: ApiClient, team: Team & { dee: string; eli: string }, n: number): Promise<string> {
  const frozen = await client.call("POST", `/worksheets/${team.id}/revisions`, { opId: op() }, { token: team.facilitator });
  const sha256 = String(frozen.body.sha256);
  for (const [token, typedName] of [
    [team.dee, "Dee"],
    [team.eli, "Eli"],
  ] as const) {
    const body = { opId: op(), verdict: "approve", typedName, sha256 };
    await client.call("PUT", `/worksheets/${team.id}/revisions/${n}/approvals`, body, { token });
  }
  return sha256;
}

export async function writeSection(
  client: ApiClient,
  team: Team,
  { section, text, baseVersion = 0 }: { section: string; text: string; baseVersion?: number },
) {
  return client.call("PUT", `/worksheets/${team.id}/decision`, { opId: op(), section, text, baseVersion }, { token: team.facilitator });
}

/** Does what waits in the queue, as the started app would; the caller stops it. */
export function runJobs(kinds: readonly JobKind[]): JobRunner {
  return new JobRunner({ kinds, pollMs: 50 });
}

async function answer(client: ApiClient, team: Team) {
  const fields = { primary: { value: "relational", baseVersion: 0 }, joins_needed: { value: "yes", baseVersion: 0 } };
  await client.call("PUT", `/worksheets/${team.id}/answers/workload`, { opId: op(), round: 1, fields }, { token: team.bo });
  const rates = { "y3.writes_s": { value: 200, baseVersion: 0 }, "now.data_gb": { value: 20, baseVersion: 0 } };
  await client.call("PUT", `/worksheets/${team.id}/answers/scale`, { opId: op(), round: 1, fields: rates }, { token: team.cy });
}

async function nameApprover(client: ApiClient, team: Team, name: string): Promise<string> {
  const reply = await client.call("POST", `/worksheets/${team.id}/approvers`, { opId: op(), name }, { token: team.facilitator });
  return String(reply.body.link).split("#")[1] ?? "";
}
