import { createTranslator } from "use-intl/core";
import { DEFAULT_LOCALE, loadMessages } from "@/messages/load";

/** The words of the neutrality page, which is drawn on the server: they are not sent to the browser. */
export async function neutralityWords() {
  const messages: LooseMessages = await loadMessages(["neutrality"]);
  return createTranslator({ locale: DEFAULT_LOCALE, messages, namespace: "neutrality" });
}

export type NeutralityWords = Awaited<ReturnType<typeof neutralityWords>>;

// The loader's own type is recursive, from which the library would conclude that no message takes parameters.
type LooseMessages = Parameters<typeof createTranslator>[0]["messages"];

/** A share as a number of hundredths with one decimal. */
export function percentOf(share: number): number {
  return Math.round(share * 1_000) / 10;
}
