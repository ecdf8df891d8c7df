import { createTranslator } from "use-intl/core";
import { DEFAULT_LOCALE, loadMessages } from "@/messages/load";

/** The catalogue's words, for pages drawn on the server: they send no messages to the browser. */
export async function catalogueWords() {
  const messages: LooseMessages = await loadMessages(["catalogue"]);
  return createTranslator({ locale: DEFAULT_LOCALE, messages, namespace: "catalogue" });
}

export type CatalogueWords = Awaited<ReturnType<typeof catalogueWords>>;

// The loader's own type is recursive, from which the library would conclude that no message takes parameters.
type LooseMessages = Parameters<typeof createTranslator>[0]["messages"];
