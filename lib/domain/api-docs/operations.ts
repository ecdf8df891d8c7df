import { exampleOf } from "./example-of";
import type { JsonSchema, OpenApi, Operation, RawOperation } from "./schema";

const METHODS = ["get", "post", "put", "delete"];

/**
 * The calls of a document in its order, each with an example of what is sent and what comes back.
 * @example operationsOf(document)[0]?.id // "postWorksheets"
 */
export function operationsOf(document: OpenApi): Operation[] {
  const schemas = document.components?.schemas ?? {};
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const raw = methods[method];
      return raw === undefined ? [] : [operationOf({ raw, method, path, schemas })];
    }),
  );
}

/**
 * A name for a call, from its method and path: parameters inside the path are left out, one at its end is "ById".
 * @example operationId("get", "/api/v1/worksheets/{id}/adr.md") // "getWorksheetsAdrMd"
 */
export function operationId(method: string, path: string): string {
  const parts = path.replace("/api/v1", "").split("/").filter(Boolean);
  const words = parts.flatMap((part, index) => {
    if (!part.startsWith("{")) return part.split(/[^A-Za-z0-9]+/u);
    return index === parts.length - 1 ? ["by", part.slice(1, -1)] : [];
  });
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/**
 * A command that makes the call, to paste into a shell that has `SHORTLIST` (the origin) and, where one is needed, `TOKEN`. Each
 * run makes its own opId and is of its own time; ids that only the reader knows are variables of the shell.
 * @example curlOf(operation) // "curl -X POST \"$SHORTLIST/api/v1/worksheets\" …"
 */
export function curlOf({ method, path, isSecured, body, parameters, reply }: Operation): string {
  const examples = new Map(parameters.map((parameter) => [parameter.name, parameter.example]));
  const query = parameters
    .filter((parameter) => parameter.in === "query" && parameter.isRequired)
    .map(({ name, example }) => `${name}=${example ?? `$${shellName(name)}`}`);
  const filled = path.replace(/\{(\w+)\}/gu, (_all, name: string) => examples.get(name) ?? `$${shellName(name)}`);
  const lines = [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}"$SHORTLIST${filled}${query.length > 0 ? `?${query.join("&")}` : ""}"`,
    ...(isSecured ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(body === null ? [] : [`-H 'Content-Type: ${body.type}'`, bodyLine(body)]),
    ...(reply.type === null || reply.type === "application/json" || reply.type === "text/event-stream" ? [] : ["-OJ"]),
    ...(reply.type === "text/event-stream" ? ["-N"] : []),
  ];
  const before = body?.file?.into === undefined ? "" : `jq '${body.file.into}' ${body.file.file} | `;
  return before + lines.join(" \\\n  ");
}

/**
 * The line that a shell needs before any of the commands.
 * @example setUpOf("https://shortlist.example.org") // "export SHORTLIST=https://shortlist.example.org"
 */
export function setUpOf(origin: string): string {
  return `export SHORTLIST=${origin}`;
}

const OP_ID = /"opId": "[0-9a-f-]{36}"/gu;
/** A number is of a time that has come. */
const AT = /"at": "[^"]{20,}"/gu;
const AT_NOW = `"at": "'"$(date -u +%Y-%m-%dT%H:%M:%SZ)"'"`;
const ON = /"on": "[^"]{10}"/gu;
const ON_TODAY = `"on": "'"$(date -u +%F)"'"`;
/** macOS has the first, every Linux the second. */
const NEW_OP_ID = `"opId": "'"$(uuidgen 2>&- || cat /proc/sys/kernel/random/uuid)"'"`;

function bodyLine({ type, example, file }: NonNullable<Operation["body"]>): string {
  if (file !== null) return `--data-binary @${file.into === undefined ? file.file : "-"}`;
  if (type !== "application/json") return "--data-binary @FILE";
  const json = JSON.stringify(example, null, 2).replaceAll("'", "'\\''");
  return `-d '${json.replaceAll(OP_ID, NEW_OP_ID).replaceAll(AT, AT_NOW).replaceAll(ON, ON_TODAY)}'`;
}

function shellName(name: string): string {
  return name.replace(/([A-Z])/gu, "_$1").toUpperCase();
}

type Place = { raw: RawOperation; method: string; path: string; schemas: Record<string, JsonSchema> };

function operationOf({ raw, method, path, schemas }: Place): Operation {
  return {
    id: raw.operationId ?? operationId(method, path),
    method,
    path,
    tag: raw.tags?.[0] ?? "",
    summary: raw.summary ?? "",
    description: raw.description ?? "",
    isSecured: (raw.security ?? []).length > 0,
    parameters: (raw.parameters ?? []).map(({ name, in: place, required, description, example, schema }) => ({
      name,
      in: place,
      isRequired: required === true,
      description: description ?? schema?.enum?.join(", ") ?? "",
      example: example === undefined ? null : String(example),
    })),
    body: bodyOf(raw, schemas),
    reply: replyOf(raw, schemas),
    errors: raw["x-errors"] ?? [],
  };
}

function bodyOf(raw: RawOperation, schemas: Record<string, JsonSchema>): Operation["body"] {
  const [entry] = Object.entries(raw.requestBody?.content ?? {});
  if (entry === undefined) return null;
  const [type, { schema, example, examples }] = entry;
  const [first] = Object.values(examples ?? {});
  return {
    type,
    file: raw["x-body-file"] ?? null,
    example: example ?? first?.value ?? (schema && type === "application/json" ? exampleOf(schema, { schemas, isReply: false }) : null),
  };
}

function replyOf({ responses }: RawOperation, schemas: Record<string, JsonSchema>): Operation["reply"] {
  const [status = "200", reply] = Object.entries(responses).find(([code]) => code.startsWith("2")) ?? [];
  const [entry] = Object.entries(reply?.content ?? {});
  const [type, media] = entry ?? [null, undefined];
  const isJson = type === "application/json";
  const example = media?.example ?? (isJson && media?.schema ? exampleOf(media.schema, { schemas, isReply: true }) : null);
  return { status: Number(status), description: reply?.description ?? "", type, example };
}
