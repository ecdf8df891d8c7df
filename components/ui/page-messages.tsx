import type { ReactNode } from "react";
import { loadMessages } from "@/messages/load";
import { AddMessages } from "./add-messages";

type Props = { namespaces: readonly string[]; timeZone?: string; children: ReactNode };

/** Server side: gives the client components below it the named message namespaces, on top of those already there. */
export async function PageMessages({ namespaces, timeZone, children }: Props) {
  return (
    <AddMessages messages={await loadMessages(namespaces)} timeZone={timeZone}>
      {children}
    </AddMessages>
  );
}
