import { createTranslator } from "use-intl/core";
import { DEFAULT_LOCALE, loadMessages } from "@/messages/load";

/** The words of the history, which is drawn on the server. */
export async function auditWords() {
  const messages: LooseMessages = await loadMessages(["audit"]);
  return createTranslator({ locale: DEFAULT_LOCALE, messages, namespace: "audit" });
}

export type AuditWords = Awaited<ReturnType<typeof auditWords>>;

// The loader's own type is recursive, from which the library would conclude that no message takes parameters.
type LooseMessages = Parameters<typeof createTranslator>[0]["messages"];
