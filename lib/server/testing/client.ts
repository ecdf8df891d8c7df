import { randomUUID } from "node:crypto";
import { createApi } from "../api/app";

export type Reply = { status: number; body: Record<string, unknown>; text: string; headers: Headers };
type Call = { token?: string; headers?: Record<string, string>; raw?: string };

/** Calls the API as a script does: no server, a bearer token. */
export class ApiClient {
  private readonly api = createApi();

  async call(method: string, path: string, body?: unknown, { token, headers = {}, raw }: Call = {}): Promise<Reply> {
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await this.api.request(`/api/v1${path}`, {
      method,
      headers: {
        ...(text === undefined ? {} : { "content-type": "application/json" }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const reply = await response.text();
    const isJson = /json/u.test(response.headers.get("content-type") ?? "");
    return { status: response.status, body: isJson && reply ? JSON.parse(reply) : {}, text: reply, headers: response.headers };
  }

  /** Downloads a file as it is. */
  async bytes(path: string, token: string): Promise<{ status: number; bytes: Uint8Array; headers: Headers }> {
    const response = await this.api.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
  }

  /** Sends bytes as they are, without a credential. */
  async send(path: string, bytes: Uint8Array, type: string): Promise<Reply> {
    const response = await this.api.request(`/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": type, "content-length": String(bytes.length) },
      body: new Uint8Array(bytes),
    });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text), text, headers: response.headers };
  }

  /** As one of our own pages does: with the session cookie and the headers of the origin rules. */
  browser(cookie: string | null = null) {
    const headers = { origin: "http://localhost:3000", "sec-fetch-site": "same-origin", "x-shortlist": "1", ...(cookie ? { cookie } : {}) };
    return (method: string, path: string, body?: unknown) => this.call(method, path, body, { headers });
  }
}

export const cookieOf = (reply: Reply): string => (reply.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
export const op = (): string => randomUUID();

export type Team = {
  id: string;
  facilitator: string;
  bo: string;
  cy: string;
  observer: string;
  memberLink: string;
  facilitatorLink: string;
};

/** A worksheet with its facilitator Ada, the members Bo and Cy, and the observer Olga, each with their own token. */
export async function aTeam(client: ApiClient, title = "Which store for the orders?"): Promise<Team> {
  const created = await client.call("POST", "/worksheets", { title, yourName: "Ada" });
  const { id, links, memberToken } = created.body as { id: string; links: Record<string, string>; memberToken: string };
  const tokenOf = (kind: string) => (links[kind] ?? "").split("#")[1] ?? "";
  const join = async (kind: string, name: string) => {
    const joined = await client.call("POST", `/worksheets/${id}/members`, { name }, { token: tokenOf(kind) });
    return joined.body.memberToken as string;
  };
  return {
    id,
    facilitator: memberToken,
    bo: await join("member", "Bo"),
    cy: await join("member", "Cy"),
    observer: await join("observer", "Olga"),
    memberLink: tokenOf("member"),
    facilitatorLink: tokenOf("facilitator"),
  };
}
