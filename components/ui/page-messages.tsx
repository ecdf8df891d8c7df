import type { ReactNode } from "react";
import { loadIcuMessages, loadMessages } from "@/messages/load";
import { requestLocale } from "@/messages/request-locale";
import { AddMessages } from "./add-messages";
import { DocumentMessages } from "./document-messages";

type Props = { namespaces: readonly string[]; timeZone?: string; children: ReactNode };

/** Namespaces that domain code words by itself: a page with one of them gets its texts as plain ICU too. */
const DOCUMENT_NAMESPACES = ["rules", "adr"];

/** Server side: gives the client components below it the named message namespaces, on top of those already there. */
export async function PageMessages({ namespaces, timeZone, children }: Props) {
  const locale = await requestLocale();
  const isDocument = namespaces.some((namespace) => DOCUMENT_NAMESPACES.includes(namespace));
  return (
    <AddMessages messages={await loadMessages(namespaces, locale)} timeZone={timeZone}>
      {isDocument ? <DocumentMessages messages={await loadIcuMessages(namespaces, locale)}>{children}</DocumentMessages> : children}
    </AddMessages>
  );
}
