import { createTranslator } from "use-intl/core";
import { DEFAULT_LOCALE, loadMessages } from "@/messages/load";

/** The words of "How we price", for a page drawn on the server: it sends no messages to the browser. */
export async function pricingWords() {
  const messages: LooseMessages = await loadMessages(["pricing"]);
  return createTranslator({ locale: DEFAULT_LOCALE, messages, namespace: "pricing" });
}

export type PricingWords = Awaited<ReturnType<typeof pricingWords>>;

// The loader's own type is recursive, from which the library would conclude that no message takes parameters.
type LooseMessages = Parameters<typeof createTranslator>[0]["messages"];
