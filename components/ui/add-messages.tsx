"use client";

import { type ReactNode, useMemo } from "react";
import { IntlProvider, useLocale, useMessages, useTimeZone } from "use-intl";
import type { Messages } from "@/messages/load";

type Props = { messages?: Messages; timeZone?: string; children: ReactNode };

/** A nested provider replaces its parent's messages, so they are merged here. */
export function AddMessages({ messages, timeZone, children }: Props) {
  const inherited = useMessages();
  const inheritedZone = useTimeZone();
  const merged = useMemo(() => ({ ...inherited, ...messages }), [inherited, messages]);
  return (
    <IntlProvider locale={useLocale()} messages={merged} timeZone={timeZone ?? inheritedZone}>
      {children}
    </IntlProvider>
  );
}
