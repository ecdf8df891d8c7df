import { readdirSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/domain/messages/locales";

type Ast = ReturnType<IntlMessageFormat["getAst"]>;
type Nested = { [key: string]: string | Nested };

const folder = new URL(".", import.meta.url);
const namespacesOf = (locale: string) => readdirSync(new URL(`${locale}/`, folder)).toSorted();
const read = (path: string): Nested => JSON.parse(readFileSync(new URL(path, folder), "utf8"));

describe.each(LOCALES.slice(1))("the messages in %s", (locale) => {
  it("have every namespace of the English ones and no other", () => {
    expect(namespacesOf(locale)).toEqual(namespacesOf("en"));
  });

  it.each(namespacesOf("en"))("have every message of %s, with the same arguments", (name) => {
    const [theirs, ours] = [read(`en/${name}`), read(`${locale}/${name}`)].map((messages) => new Map(flat(messages)));
    expect([...(ours?.keys() ?? [])].toSorted()).toEqual([...(theirs?.keys() ?? [])].toSorted());
    const odd = [...(theirs ?? [])].filter(([key, text]) => argumentsOf(ours?.get(key) ?? "", locale) !== argumentsOf(text, "en"));
    expect(odd.map(([key]) => key)).toEqual([]);
  });

  it("name their language, for the documents that are written in it", () => {
    expect(read(`${locale}/adr.json`).lang).toBe(locale);
  });
});

function flat(messages: Nested, path = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`),
  );
}

/** Names of arguments and tags, each once: a translation may use one twice or in another order. */
function argumentsOf(text: string, locale: string): string {
  return [...new Set(namesIn(new IntlMessageFormat(text, locale).getAst()))].toSorted().join(" ");
}

function namesIn(parts: Ast): string[] {
  return parts.flatMap((part) => {
    if (part.type === 0 || part.type === 7) return [];
    const inner = "options" in part ? Object.values(part.options).flatMap(({ value }) => namesIn(value)) : [];
    return [part.value, ...inner, ...("children" in part ? namesIn(part.children) : [])];
  });
}
