import { type ApiClient, op } from "./client";

export type SpaceTeam = { id: string; facilitator: string; bo: string; observer: string; memberLink: string; facilitatorLink: string };

/** A space with its facilitator Ada, the member Bo and the observer Olga, each with their own token. */
export async function aSpace(client: ApiClient, name = "Payments team"): Promise<SpaceTeam> {
  const created = await client.call("POST", "/spaces", { name, yourName: "Ada" });
  const { id, links, memberToken } = created.body as { id: string; links: Record<string, string>; memberToken: string };
  const tokenOf = (kind: string) => (links[kind] ?? "").split("#")[1] ?? "";
  const join = async (kind: string, person: string) => {
    const joined = await client.call("POST", `/spaces/${id}/members`, { name: person }, { token: tokenOf(kind) });
    return joined.body.memberToken as string;
  };
  return {
    id,
    facilitator: memberToken,
    bo: await join("member", "Bo"),
    observer: await join("observer", "Olga"),
    memberLink: tokenOf("member"),
    facilitatorLink: tokenOf("facilitator"),
  };
}

/** Moves a worksheet into a space as a script does, with a token of each. */
export function moveIn(client: ApiClient, worksheet: { id: string; facilitator: string }, space: { id: string; facilitator: string }) {
  const body = { opId: op(), spaceId: space.id, spaceToken: space.facilitator };
  return client.call("PUT", `/worksheets/${worksheet.id}/space`, body, { token: worksheet.facilitator });
}

/** A key of the space. */
export async function aKey(
  client: ApiClient,
  space: SpaceTeam,
  scopes: string[],
  days: number | null = 30,
): Promise<{ id: string; key: string }> {
  const made = await client.call(
    "POST",
    `/spaces/${space.id}/keys`,
    { opId: op(), name: "cron", scopes, days },
    { token: space.facilitator },
  );
  return made.body as { id: string; key: string };
}
