import type { JsonSchema } from "./schema";

type Making = { schemas: Record<string, JsonSchema>; name?: string; depth?: number; isReply: boolean };

const DEEPEST = 6;
const TIME = "2026-11-20T14:05:00.000Z";
const HASH = "9f2c71a0".repeat(8);

/** What a field of a name usually holds, where its schema says no more than "text" or "number". */
const BY_NAME: Readonly<Record<string, string | number>> = {
  title: "Which database stores orders for the checkout rewrite?",
  yourName: "Ada",
  name: "Ada",
  typedName: "Ada",
  reason: "Measured last week",
  scope: "Orders, stock and payments.",
  text: "We run it already.",
  note: "Looked at the dashboards.",
  field: "scale.y3.writes_s",
  subject: "field:scale.y3.writes_s",
  candidate: "postgresql",
  system: "postgresql",
  priceId: "aws.dynamodb.od.wru",
  timeZone: "Europe/Berlin",
  language: "en",
  origin: "https://shortlist.example.org",
  email: "ada@example.org",
  url: "https://example.org/benchmark",
  code: "not_found",
  token: "m_…",
  memberToken: "r_…",
  link: "https://shortlist.example.org/j#m_…",
  usd: "0.25",
  value: "0.25",
  seq: 42,
  version: 1,
  baseVersion: 0,
  round: 1,
  revision: 1,
  n: 1,
  number: 7,
  numberWritten: "7",
  chosen: "PostgreSQL",
  engines: "postgresql",
  tags: "orders",
  approvers: "Ada",
  statusWritten: "Accepted",
  metric: "writes_s",
  unit: "per_second",
  source: "Grafana",
  path: "docs/adr/0001-use-postgresql.md",
  proposal: "Take PostgreSQL",
  theme: "Growth",
  condition: "We measure it in May",
};

/**
 * An example of a JSON schema: its own example if it has one, else a plausible value per field. Requests hold what is required
 * (and one field more where nothing is), replies every field, lists one item. Deeper than six levels it gives up with null.
 * @example exampleOf({ type: "object", properties: { opId: { type: "string", format: "uuid" } }, required: ["opId"] }, making)
 * // { opId: "6f1d3c1e-9f0a-4c8e-8f2b-1d2c3b4a5f60" }
 */
export function exampleOf(schema: JsonSchema, making: Making): unknown {
  const given = givenExample(schema);
  if (given !== undefined) return given;
  const depth = making.depth ?? 0;
  if (depth > DEEPEST) return null;
  const next = { ...making, depth: depth + 1 };
  if (schema.$ref !== undefined) return exampleOfRef(schema.$ref, next);
  const choice = (schema.anyOf ?? schema.oneOf)?.find((one) => one.type !== "null");
  if (choice !== undefined) return exampleOf(choice, next);
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, next)));
  switch (typeOf(schema)) {
    case "object":
      return objectExample(schema, next);
    case "array":
      return arrayExample(schema, next);
    case "boolean":
      return true;
    case "integer":
    case "number":
      return numberExample(schema, making.name);
    case "null":
      return null;
    case "string":
      return stringExample(schema, making.name);
    default:
      return "any value";
  }
}

function givenExample(schema: JsonSchema): unknown {
  const [first] = schema.examples ?? [];
  return schema.example ?? first ?? schema.const ?? schema.enum?.[0] ?? schema.default;
}

function exampleOfRef(ref: string, making: Making): unknown {
  const name = ref.split("/").at(-1) ?? "";
  const schema = making.schemas[name];
  if (name === "Json" || schema === undefined) return making.name === "file" ? {} : "any JSON";
  return exampleOf(schema, making);
}

function typeOf(schema: JsonSchema): string | undefined {
  const { type } = schema;
  if (Array.isArray(type)) return type.find((one) => one !== "null");
  return type ?? (schema.properties === undefined ? undefined : "object");
}

function objectExample(schema: JsonSchema, making: Making): Record<string, unknown> {
  const all = Object.entries(schema.properties ?? {});
  const required = new Set(schema.required ?? []);
  const said = all.filter(([name]) => required.has(name));
  const isEmpty = said.every(([name]) => name === "opId" || name === "baseVersion");
  const optional = all.filter(([name]) => !required.has(name));
  const asked = isEmpty ? [...said, ...optional.slice(0, 1)] : said;
  const shown = making.isReply && (making.depth ?? 0) < 4 ? all : asked;
  const entries = shown.map(([name, part]) => [name, exampleOf(part, { ...making, name })] as const);
  return entries.length === 0 ? recordExample(schema, making) : Object.fromEntries(entries);
}

function recordExample({ additionalProperties, propertyNames }: JsonSchema, making: Making): Record<string, unknown> {
  if (typeof additionalProperties !== "object") return {};
  const keys = propertyNames?.enum ?? ["y3.writes_s"];
  return Object.fromEntries(keys.map((key) => [String(key), exampleOf(additionalProperties, { ...making, name: "value" })]));
}

function arrayExample(schema: JsonSchema, making: Making): unknown[] {
  if (schema.prefixItems !== undefined) return schema.prefixItems.map((item) => exampleOf(item, making));
  const items = schema.items;
  if (items === undefined) return [];
  const count = Math.max(making.isReply ? 1 : 0, schema.minItems ?? 0);
  const choices = items.enum;
  return Array.from({ length: count }, (_, index) => choices?.[index] ?? exampleOf(items, making));
}

function numberExample({ minimum, exclusiveMinimum, maximum }: JsonSchema, name = ""): number {
  const hint = BY_NAME[name];
  const wanted = typeof hint === "number" ? hint : 1;
  const least = Math.max(
    minimum ?? Number.NEGATIVE_INFINITY,
    exclusiveMinimum === undefined ? Number.NEGATIVE_INFINITY : exclusiveMinimum + 1,
  );
  return Math.min(Math.max(wanted, least), maximum ?? Number.POSITIVE_INFINITY);
}

function stringExample({ format, pattern, minLength = 0 }: JsonSchema, name = ""): string {
  if (format === "uuid" || name === "id" || name.endsWith("Id"))
    return name === "opId" ? "6f1d3c1e-9f0a-4c8e-8f2b-1d2c3b4a5f60" : "01920000-0000-7000-8000-000000000001";
  if (format === "date-time") return TIME;
  if (format === "date") return TIME.slice(0, 10);
  if (format === "email") return "ada@example.org";
  if (format === "uri") return "https://shortlist.example.org";
  const fits = (text: string) => text.length >= minLength && (pattern === undefined || new RegExp(pattern, "u").test(text));
  const hint = BY_NAME[name];
  const candidates = [...(typeof hint === "string" ? [hint] : []), name, "text", HASH, "1", "1.5", "p1", "2026-11-20", TIME, "-", "A4"];
  return candidates.find(fits) ?? "text";
}
