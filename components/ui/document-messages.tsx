"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useFormatter, useLocale, useTimeZone, useTranslations } from "use-intl";
import { createFormatter, createTranslator } from "use-intl/core";
import type { Messages } from "@/messages/load";

/** The words of a document whose language is not the reader's: compiled for `t`, and as plain ICU for domain code. */
export type DocumentLanguage = { locale: string; messages: Messages; icu: Messages };

/** What puts facts into words in one language. */
export type Wording = {
  locale: string;
  t: ReturnType<typeof useTranslations>;
  format: ReturnType<typeof useFormatter>;
  icu: Messages;
};

/** The reader's language: for everything that only the screen says. The plain ICU texts are empty outside document pages. */
export function useReaderWording(): Wording {
  const t = useTranslations();
  const format = useFormatter();
  return { locale: useLocale(), t, format, icu: useContext(DocumentContext).icu };
}

/** The document's own language, whoever reads the screen: for what goes into its text. */
export function useDocumentWording(): Wording {
  const reader = useReaderWording();
  const timeZone = useTimeZone();
  const { document } = useContext(DocumentContext);
  const other = useMemo(() => document && wordingIn(document, timeZone), [document, timeZone]);
  return other ?? reader;
}

function wordingIn({ locale, messages, icu }: DocumentLanguage, timeZone: string | undefined): Wording {
  const loose = messages as Parameters<typeof createTranslator>[0]["messages"];
  return { locale, t: createTranslator({ locale, messages: loose }) as Wording["t"], format: createFormatter({ locale, timeZone }), icu };
}

type Props = { icu: Messages; document: DocumentLanguage | null; children: ReactNode };

export function DocumentMessages({ icu, document, children }: Props) {
  const value = useMemo(() => ({ icu, document }), [icu, document]);
  return <DocumentContext value={value}>{children}</DocumentContext>;
}

const DocumentContext = createContext<{ icu: Messages; document: DocumentLanguage | null }>({ icu: {}, document: null });
