"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Messages } from "@/messages/load";

/** Plain ICU texts for domain code that formats by itself; everything else uses `useTranslations`. Empty outside such pages. */
export function useDocumentMessages(): Messages {
  return useContext(DocumentContext);
}

export function DocumentMessages({ messages, children }: { messages: Messages; children: ReactNode }) {
  return <DocumentContext value={messages}>{children}</DocumentContext>;
}

const DocumentContext = createContext<Messages>({});
