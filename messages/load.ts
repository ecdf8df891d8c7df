import type { Messages } from "use-intl/core";

/** Messages of one language, nested by namespace; every leaf is an ICU string. */
export type { Messages };

/** The named namespaces, each read from `messages/en/<namespace>.json`. A page names only what it shows. */
export async function loadMessages(namespaces: readonly string[]): Promise<Messages> {
  const loaded = await Promise.all(namespaces.map(async (namespace) => [namespace, await loadNamespace(namespace)] as const));
  return Object.fromEntries(loaded);
}

export const DEFAULT_LOCALE = "en";

async function loadNamespace(namespace: string): Promise<Messages> {
  const module: { default: Messages } = await import(`./en/${namespace}.json`);
  return module.default;
}
