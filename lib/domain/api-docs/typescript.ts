import { operationId } from "./operations";
import type { JsonSchema, OpenApi, RawOperation } from "./schema";

const METHODS = ["get", "post", "put", "delete"];
/** Shapes longer than this that occur twice get a name, which keeps the file a tenth of its size. */
const NAMED_FROM = 90;

/**
 * The TypeScript of every call of a document: what it takes, what it gives, and where it is found. Shapes that occur more than
 * once are written once. The same document gives the same text.
 * @example clientTypes(document).includes("postWorksheets") // true
 */
export function clientTypes(document: OpenApi): string {
  const shapes = new Shapes();
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const raw = methods[method];
      return raw === undefined ? [] : [{ id: raw.operationId ?? operationId(method, path), method: method.toUpperCase(), path, raw }];
    }),
  );
  const types = calls.map(({ id, raw }) => `  ${id}: { input: ${inputOf(raw, shapes)}; reply: ${replyOf(raw, shapes)} };`);
  const places = calls.map(({ id, method, path, raw }) => `  ${id}: ["${method}", "${path}", "${bodyType(raw)}"],`);
  const body = shapes.written(types.join("\n"));
  return [
    "// Written by `npm run api-client` from the OpenAPI document; changes here are lost.",
    "",
    "export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };",
    ...body.named,
    "",
    "export type Calls = {",
    body.text,
    "};",
    "",
    "export const CALLS = {",
    ...places,
    "} as const satisfies Record<keyof Calls, readonly [method: string, path: string, bodyType: string]>;",
    "",
  ].join("\n");
}

/** Texts of shapes by number, so that equal shapes are one. */
class Shapes {
  private readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly uses = new Map<number, number>();

  /** Long shapes become a mark that `written` replaces. */
  of(text: string): string {
    if (text.length < NAMED_FROM) return text;
    const number = this.numbers.get(text) ?? this.texts.push(text) - 1;
    this.numbers.set(text, number);
    this.uses.set(number, (this.uses.get(number) ?? 0) + 1);
    return `§${number}§`;
  }

  written(text: string): { named: string[]; text: string } {
    const spell = (from: string): string =>
      from.replace(/§(\d+)§/gu, (_mark, number: string) =>
        this.isShared(Number(number)) ? `T${number}` : spell(this.texts[Number(number)] ?? ""),
      );
    const named = this.texts.flatMap((shape, number) => (this.isShared(number) ? [`type T${number} = ${spell(shape)};`] : []));
    return { named, text: spell(text) };
  }

  private isShared(number: number): boolean {
    return (this.uses.get(number) ?? 0) > 1;
  }
}

function inputOf({ parameters = [], requestBody }: RawOperation, shapes: Shapes): string {
  const path = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `${name}: string`);
  const query = parameters
    .filter((parameter) => parameter.in === "query")
    .map(({ name, required, schema }) => `${quoted(name)}${required ? "" : "?"}: ${schema ? tsOf(schema, shapes) : "string"}`);
  const [media] = Object.entries(requestBody?.content ?? {});
  const body =
    media === undefined
      ? []
      : [`body: ${media[0] === "application/json" && media[1].schema ? tsOf(media[1].schema, shapes) : "Uint8Array"}`];
  return `{ ${[...path, ...(query.length > 0 ? [`query?: { ${query.join("; ")} }`] : []), ...body].join("; ")} }`;
}

function replyOf({ responses }: RawOperation, shapes: Shapes): string {
  const [, reply] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
  const [media] = Object.entries(reply?.content ?? {});
  if (media === undefined) return "null";
  return media[0] === "application/json" && media[1].schema ? tsOf(media[1].schema, shapes) : "string";
}

function bodyType({ requestBody }: RawOperation): string {
  return Object.keys(requestBody?.content ?? {})[0] ?? "";
}

function tsOf(schema: JsonSchema, shapes: Shapes): string {
  if (schema.$ref !== undefined) return schema.$ref.endsWith("/Json") ? "Json" : "unknown";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return shapes.of(schema.enum.map((value) => JSON.stringify(value)).join(" | "));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return shapes.of(choices.map((one) => tsOf(one, shapes)).join(" | "));
  if (schema.allOf !== undefined) return shapes.of(schema.allOf.map((one) => tsOf(one, shapes)).join(" & "));
  if (Array.isArray(schema.type)) return schema.type.map((type) => tsOf({ ...schema, type }, shapes)).join(" | ");
  switch (schema.type) {
    case "object":
      return objectType(schema, shapes);
    case "array":
      return schema.prefixItems
        ? `[${schema.prefixItems.map((item) => tsOf(item, shapes)).join(", ")}]`
        : `Array<${schema.items ? tsOf(schema.items, shapes) : "unknown"}>`;
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    default:
      return schema.properties === undefined ? "unknown" : objectType(schema, shapes);
  }
}

function objectType({ properties, required = [], additionalProperties, propertyNames }: JsonSchema, shapes: Shapes): string {
  const fields = Object.entries(properties ?? {});
  if (fields.length === 0) {
    const value = typeof additionalProperties === "object" ? tsOf(additionalProperties, shapes) : "unknown";
    const key = propertyNames?.enum === undefined ? "string" : tsOf(propertyNames, shapes);
    return `Record<${key}, ${value}>`;
  }
  const known = new Set(required);
  const lines = fields.map(([name, part]) => `${quoted(name)}${known.has(name) ? "" : "?"}: ${tsOf(part, shapes)}`);
  return shapes.of(`{ ${lines.join("; ")} }`);
}

function quoted(name: string): string {
  return /^[A-Za-z_$][\w$]*$/u.test(name) ? name : JSON.stringify(name);
}
