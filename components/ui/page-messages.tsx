import type { ReactNode } from "react";
import type { Locale } from "@/lib/domain/messages/locales";
import { loadIcuMessages, loadMessages } from "@/messages/load";
import { pickMessages } from "@/messages/pick";
import { requestLocale } from "@/messages/request-locale";
import { AddMessages } from "./add-messages";
import { type DocumentLanguage, DocumentMessages } from "./document-messages";

type Props = {
  namespaces: readonly string[];
  /** Of a large namespace the paths that this page shows, and nothing else. */
  picked?: Readonly<Record<string, readonly string[]>>;
  /** The language that a document on this page is written in, where it is not the reader's. */
  documentLocale?: Locale;
  timeZone?: string;
  children: ReactNode;
};

/** Namespaces that domain code words by itself: a page with one of them gets its texts as plain ICU too. */
const DOCUMENT_NAMESPACES = ["rules", "adr"];

/** Server side: gives the client components below it the named message namespaces, on top of those already there. */
export async function PageMessages({ namespaces, picked = {}, documentLocale, timeZone, children }: Props) {
  const locale = await requestLocale();
  const messages = {
    ...(await loadMessages(namespaces, locale)),
    ...pickMessages(await loadMessages(Object.keys(picked), locale), picked),
  };
  const isDocument = namespaces.some((namespace) => DOCUMENT_NAMESPACES.includes(namespace));
  return (
    <AddMessages messages={messages} timeZone={timeZone}>
      {isDocument ? (
        <DocumentMessages
          icu={await loadIcuMessages(namespaces, locale)}
          document={documentLocale && documentLocale !== locale ? await languageOf(documentLocale, namespaces) : null}
        >
          {children}
        </DocumentMessages>
      ) : (
        children
      )}
    </AddMessages>
  );
}

async function languageOf(locale: Locale, namespaces: readonly string[]): Promise<DocumentLanguage> {
  return { locale, messages: await loadMessages(namespaces, locale), icu: await loadIcuMessages(namespaces, locale) };
}
