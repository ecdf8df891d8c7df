import "server-only";
import { operationId, operationsOf } from "@/lib/domain/api-docs/operations";
import type { OpenApi, RawOperation } from "@/lib/domain/api-docs/schema";
import type { ErrorCode } from "@/lib/domain/errors";
import { withWords } from "./parameter-docs";
import { STATUS } from "./problem";
import { REQUEST_EXAMPLES, REQUEST_FILES } from "./request-examples";

/**
 * What holds for every call of a kind, said at every call: who may make it, what repeating it does, how it is refused. Written
 * from the call's own schema, so that a new route has it without asking; a route that says more keeps its words in front.
 */
export function withDocs<T extends object>(document: T): T {
  // A copy: parts of the document are the routes’ own definitions.
  const open = JSON.parse(JSON.stringify(document), withoutFlags) as OpenApi;
  const paths = Object.fromEntries(
    Object.entries(open.paths).map(([path, methods]) => [
      path,
      Object.fromEntries(Object.entries(methods).map(([method, raw]) => [method, documented(raw, { method, path })])),
    ]),
  );
  return withExamples({ ...document, paths });
}

function documented(raw: RawOperation, { method, path }: { method: string; path: string }): RawOperation {
  const fields = bodyFields(raw);
  const id = raw.operationId ?? operationId(method, path);
  const sentences = [...(raw.description ? [raw.description] : []), ...who(raw), ...how(raw, { method, fields })];
  return {
    ...raw,
    operationId: id,
    ...(raw.parameters === undefined ? {} : { parameters: raw.parameters.map(withWords) }),
    ...(REQUEST_FILES[id] === undefined ? {} : { "x-body-file": REQUEST_FILES[id] }),
    description: sentences.join(" "),
    "x-errors": errorsOf(raw, { method, fields }).map((code) => ({ status: STATUS[code], code })),
  };
}

function who({ security = [], tags = [] }: RawOperation): string[] {
  const scopes = security.flatMap(({ key }) => key ?? []);
  const ways = new Set(security.flatMap((one) => Object.keys(one)));
  if (ways.size === 0)
    return [tags.includes("Stateless") ? "Needs no credential; at most 120 calls a minute and address." : "Needs no credential."];
  const named = [
    ...(ways.has("session") ? ["the browser’s session"] : []),
    ...(ways.has("bearer") ? ["a link or member token as bearer"] : []),
    ...scopes.map((scope) => `a space’s key with the scope ${scope} as bearer`),
  ];
  return [`Needs ${named.join(", or ")}; whoever may not is told 403, whoever has nothing to do with it 404.`];
}

function how({ requestBody }: RawOperation, { method, fields }: { method: string; fields: readonly string[] }): string[] {
  const types = Object.keys(requestBody?.content ?? {}).filter((type) => type !== "application/json");
  return [
    ...(fields.includes("opId")
      ? ["Make a new opId (UUID) for each act and keep it over retries: the same one again returns the first reply."]
      : []),
    ...(fields.includes("baseVersion")
      ? ["baseVersion is the version you last saw, 0 for none; an older one is told 412 with what stands now."]
      : []),
    ...(types.length > 0 ? [`Send the file itself as ${types.join(" or ")}.`] : []),
    ...(method === "get" ? ["Changes nothing."] : []),
  ];
}

function errorsOf(raw: RawOperation, { method, fields }: { method: string; fields: readonly string[] }): ErrorCode[] {
  const isSecured = (raw.security ?? []).length > 0;
  const hasBody = raw.requestBody !== undefined;
  return [
    ...(hasBody ? (["malformed", "too_large", "invalid_input"] as const) : []),
    ...(isSecured ? (["unauthenticated", "forbidden", "not_found"] as const) : []),
    ...(isSecured && method !== "get" ? (["illegal_transition", "frozen"] as const) : []),
    ...(isSecured && method === "get" ? (["not_revealed"] as const) : []),
    ...(fields.includes("baseVersion") ? (["stale_version"] as const) : []),
    ...(isSecured ? [] : (["too_many_requests"] as const)),
    "unavailable",
  ];
}

function bodyFields({ requestBody }: RawOperation): string[] {
  return Object.keys(requestBody?.content["application/json"]?.schema?.properties ?? {});
}

/** The generator (zod-to-openapi 8) leaves the flags of `/…/u` at the end of a pattern, which then matches nothing. */
function withoutFlags(key: string, value: unknown): unknown {
  return key === "pattern" && typeof value === "string" ? value.replace(/\$\/[a-z]+$/u, "$$") : value;
}

/** An example of what is sent and what comes back, at every call that has none of its own. */
function withExamples<T extends object>(document: T): T {
  const open = document as unknown as OpenApi;
  for (const { id, method, path, body, reply } of operationsOf(open)) {
    const raw = open.paths[path]?.[method];
    const sent = raw?.requestBody?.content[body?.type ?? ""];
    const back = raw?.responses[String(reply.status)]?.content?.[reply.type ?? ""];
    const ours = REQUEST_EXAMPLES[id];
    if (sent !== undefined && ours !== undefined) sent.example ??= ours;
    if (sent !== undefined && sent.examples === undefined && body?.example !== null) sent.example ??= body?.example;
    if (back !== undefined && reply.example !== null) back.example ??= reply.example;
  }
  return document;
}
