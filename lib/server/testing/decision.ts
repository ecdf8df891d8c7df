import { ApiClient, aTeam, op, type Team } from "./client";

export const client = new ApiClient();

export const SECTIONS = {
  choice: "We will use PostgreSQL for orders.",
  alternatives: "MySQL.",
  why: "We run it already.",
  reconsider: "Writes pass 10,000 a second",
};

/** A revealed worksheet with a written decision and the approvers Dee and Eli. */
export async function aDecision(): Promise<Team & { dee: string; eli: string }> {
  const team = await aWrittenDecision();
  return { ...team, dee: await approver(team, "Dee"), eli: await approver(team, "Eli") };
}

/** The same without anybody to approve it. */
export async function aWrittenDecision(): Promise<Team> {
  const team = await aTeam(client);
  await client.call(
    "PUT",
    `/worksheets/${team.id}/answers/workload`,
    { opId: op(), round: 1, fields: { primary: { value: "relational", baseVersion: 0 } } },
    { token: team.bo },
  );
  await client.call("POST", `/worksheets/${team.id}/reveal`, { opId: op() }, { token: team.facilitator });
  for (const [section, text] of Object.entries(SECTIONS)) await write(team, section, text);
  return team;
}

export const write = (team: Team, section: string, text: string, baseVersion = 0) =>
  client.call("PUT", `/worksheets/${team.id}/decision`, { opId: op(), section, text, baseVersion }, { token: team.facilitator });

/** Names an approver and gives the token of their personal link. */
export async function approver(team: Team, name: string, email?: string): Promise<string> {
  const reply = await post(team, "approvers", { name, ...(email ? { email } : {}) });
  return (reply.body.link as string).split("#")[1] ?? "";
}

/** A write below the worksheet with a fresh operation id, by the facilitator unless said otherwise. */
export const post = (team: Team, path: string, body: Record<string, unknown> = {}, token = team.facilitator) =>
  client.call("POST", `/worksheets/${team.id}/${path}`, { opId: op(), ...body }, { token });

export const put = (team: Team, path: string, body: Record<string, unknown> = {}, token = team.facilitator) =>
  client.call("PUT", `/worksheets/${team.id}/${path}`, { opId: op(), ...body }, { token });

export const freeze = (team: Team) => post(team, "revisions");

export const withdraw = (team: Team, n: number) => post(team, `revisions/${n}/withdrawal`);

export function approve(team: Team, token: string, { sha256, n = 1, ...rest }: { sha256: unknown; n?: number } & Record<string, unknown>) {
  return put(team, `revisions/${n}/approvals`, { verdict: "approve", typedName: "Dee", sha256, ...rest }, token);
}

export const viewOf = async (team: Team, token = team.facilitator) =>
  (await client.call("GET", `/worksheets/${team.id}`, undefined, { token })).body;
