import type { ReactNode } from "react";
import { loadIcuMessages, loadMessages } from "@/messages/load";
import { AddMessages } from "./add-messages";
import { DocumentMessages } from "./document-messages";

type Props = { namespaces: readonly string[]; timeZone?: string; children: ReactNode };

/** Namespaces that domain code words by itself: a page with one of them gets its texts as plain ICU too. */
const DOCUMENT_NAMESPACES = ["rules", "adr"];

/** Server side: gives the client components below it the named message namespaces, on top of those already there. */
export async function PageMessages({ namespaces, timeZone, children }: Props) {
  const isDocument = namespaces.some((namespace) => DOCUMENT_NAMESPACES.includes(namespace));
  return (
    <AddMessages messages={await loadMessages(namespaces)} timeZone={timeZone}>
      {isDocument ? <DocumentMessages messages={await loadIcuMessages(namespaces)}>{children}</DocumentMessages> : children}
    </AddMessages>
  );
}
