import { createTranslator } from "use-intl/core";
import { loadMessages } from "./load";
import { requestLocale } from "./request-locale";

/** The words of one namespace in the reader's language, for what is drawn on the server: they are not sent to the browser. */
export async function serverWords(namespace: string) {
  const locale = await requestLocale();
  const messages: LooseMessages = await loadMessages([namespace], locale);
  return createTranslator({ locale, messages, namespace });
}

export type ServerWords = Awaited<ReturnType<typeof serverWords>>;

// The loader's own type is recursive, from which the library would conclude that no message takes parameters.
type LooseMessages = Parameters<typeof createTranslator>[0]["messages"];
