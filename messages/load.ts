import compile from "icu-minify/compile";
import type { Messages } from "use-intl/core";
import type { Locale } from "@/lib/domain/messages/locales";

/** Messages of one language, nested by namespace. */
export type { Messages };

/**
 * The named namespaces for `useTranslations`, each read from `messages/<locale>/<namespace>.json`. A page names only what
 * it shows. ICU is compiled here, on the server, so that the parser is not sent to browsers (next.config.ts).
 */
export async function loadMessages(namespaces: readonly string[], locale: Locale): Promise<Messages> {
  return load(namespaces, (namespace) => loadCompiled(namespace, locale));
}

/** The same as plain ICU strings, for domain code that formats by itself (the decision record, the rules). */
export async function loadIcuMessages(namespaces: readonly string[], locale: Locale): Promise<Messages> {
  return load(namespaces, (namespace) => loadNamespace(namespace, locale));
}

const compiled = new Map<string, Promise<Messages>>();

function loadCompiled(namespace: string, locale: Locale): Promise<Messages> {
  const key = `${locale}/${namespace}`;
  const known = compiled.get(key) ?? loadNamespace(namespace, locale).then(compileAll);
  compiled.set(key, known);
  return known;
}

async function load(namespaces: readonly string[], read: (namespace: string) => Promise<Messages>): Promise<Messages> {
  return Object.fromEntries(await Promise.all(namespaces.map(async (namespace) => [namespace, await read(namespace)] as const)));
}

async function loadNamespace(namespace: string, locale: Locale): Promise<Messages> {
  const module: { default: Messages } = await import(`./${locale}/${namespace}.json`);
  return module.default;
}

function compileAll(messages: Messages): Messages {
  const entries = Object.entries(messages).map(([key, value]) => [key, typeof value === "string" ? compileOne(value) : compileAll(value)]);
  return Object.fromEntries(entries);
}

/** The compiler makes objects without a prototype, which cannot be handed to client components. */
const compileOne = (text: string): unknown => JSON.parse(JSON.stringify(compile(text)));
