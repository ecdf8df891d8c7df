import { CALLS, type Calls } from "./generated/calls";

/** One request on its way: whoever carries it needs to know no more. */
export type Sent = { method: string; path: string; headers: Record<string, string>; body: string | Uint8Array | null };
export type Send = (request: Sent) => Promise<{ status: number; text: string }>;

type Input = { query?: Readonly<Record<string, unknown>>; body?: unknown } & Readonly<Record<string, unknown>>;

/** A refused call, with the stable code and the paths of what was wrong. */
export class ShortlistRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly { path: string; message: string }[];

  constructor(call: string, status: number, problem: { code?: string; detail?: string; errors?: { path: string; message: string }[] }) {
    super(`${call}: ${status} ${problem.code ?? ""} ${problem.detail ?? ""}`.trim());
    this.name = "ShortlistRefusal";
    this.status = status;
    this.code = problem.code ?? "internal";
    this.errors = problem.errors ?? [];
  }
}

/** Every call of the API by its name, typed by the OpenAPI document. `as` makes the same client with another token. */
export function shortlistClient({ send, token = null }: { send: Send; token?: string | null }) {
  return {
    as: (other: string) => shortlistClient({ send, token: other }),
    async call<Id extends keyof Calls>(id: Id, input: Calls[Id]["input"]): Promise<Calls[Id]["reply"]> {
      const { status, text } = await send(requestOf(id, { input, token }));
      if (status >= 400) throw new ShortlistRefusal(id, status, readJson(text) as { code?: string });
      return (text === "" ? null : readJson(text)) as Calls[Id]["reply"];
    },
  };
}

function requestOf(id: keyof Calls, { input, token }: { input: Input; token: string | null }): Sent {
  const [method, pattern, bodyType] = CALLS[id];
  const path = pattern.replace(/\{(\w+)\}/gu, (_all, name: string) => encodeURIComponent(String(input[name])));
  const query = new URLSearchParams(Object.entries(input.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]));
  const { body } = input;
  return {
    method,
    path: query.size > 0 ? `${path}?${query}` : path,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { "content-type": bodyType }),
    },
    body: body === undefined ? null : bodyOf(body),
  };
}

function bodyOf(body: unknown): string | Uint8Array {
  return body instanceof Uint8Array ? body : JSON.stringify(body);
}

/** Files are text that is no JSON; they are given as they are. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
