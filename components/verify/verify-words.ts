import { createTranslator } from "use-intl/core";
import { DEFAULT_LOCALE, loadMessages } from "@/messages/load";

/** The words of the verify page that are drawn on the server. */
export async function verifyWords() {
  const messages: LooseMessages = await loadMessages(["verify-page"]);
  return createTranslator({ locale: DEFAULT_LOCALE, messages, namespace: "verify-page" });
}

// The loader's own type is recursive, from which the library would conclude that no message takes parameters.
type LooseMessages = Parameters<typeof createTranslator>[0]["messages"];
