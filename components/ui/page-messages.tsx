import type { ReactNode } from "react";
import type { Locale } from "@/lib/domain/messages/locales";
import { loadIcuMessages, loadMessages } from "@/messages/load";
import { pickMessages } from "@/messages/pick";
import { requestLocale } from "@/messages/request-locale";
import { AddMessages } from "./add-messages";
import { type DocumentLanguage, DocumentMessages } from "./document-messages";

type Props = {
  /** For `t`. */
  namespaces: readonly string[];
  /** Namespaces that domain code words by itself in the browser, as plain ICU: the rules' sentences, the record. */
  worded?: readonly string[];
  /** Of a large namespace the paths that this page shows, and nothing else. */
  picked?: Readonly<Record<string, readonly string[]>>;
  /** The language that a document on this page is written in, where it is not the reader's. */
  documentLocale?: Locale;
  timeZone?: string;
  children: ReactNode;
};

/** Server side: gives the client components below it the named message namespaces, on top of those already there. */
export async function PageMessages({ namespaces, worded = [], picked = {}, documentLocale, timeZone, children }: Props) {
  const locale = await requestLocale();
  const messages = {
    ...(await loadMessages(namespaces, locale)),
    ...pickMessages(await loadMessages(Object.keys(picked), locale), picked),
  };
  return (
    <AddMessages messages={messages} timeZone={timeZone}>
      {worded.length > 0 ? (
        <DocumentMessages
          icu={await loadIcuMessages(worded, locale)}
          document={documentLocale && documentLocale !== locale ? await languageOf(documentLocale, { namespaces, worded }) : null}
        >
          {children}
        </DocumentMessages>
      ) : (
        children
      )}
    </AddMessages>
  );
}

async function languageOf(
  locale: Locale,
  { namespaces, worded }: { namespaces: readonly string[]; worded: readonly string[] },
): Promise<DocumentLanguage> {
  return { locale, messages: await loadMessages(namespaces, locale), icu: await loadIcuMessages(worded, locale) };
}
