"use client";

import { DirectionProvider, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { IntlProvider } from "use-intl";
import { takeUpEarlySubmit } from "@/components/ui/early-input";
import { LiveRegion } from "@/components/ui/live-region";
import { cssVariablesResolver, theme } from "@/components/ui/theme";
import type { Messages } from "@/messages/load";
import { directionOf } from "@/messages/locale";

type Props = { locale: string; messages: Messages; children: ReactNode };

export function Providers({ locale, messages, children }: Props) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 10_000, refetchOnWindowFocus: true }, mutations: { retry: false } } }),
  );
  useFocusKept();
  useEffect(takeUpEarlySubmit, []);
  return (
    <QueryClientProvider client={queryClient}>
      {/* UTC until a page names the worksheet's zone: server and browser must print the same. */}
      <IntlProvider locale={locale} messages={messages} timeZone="UTC">
        <DirectionProvider initialDirection={directionOf(locale)} detectDirection={false}>
          <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
            {children}
            <LiveRegion />
          </MantineProvider>
        </DirectionProvider>
      </IntlProvider>
    </QueryClientProvider>
  );
}

/** Only those who move by keyboard need it, so it comes with their first key. */
function useFocusKept() {
  useEffect(() => {
    const start = () => void import("@/lib/client/focus-keeper").then(({ keepFocus }) => keepFocus());
    document.addEventListener("keydown", start, { once: true });
    return () => document.removeEventListener("keydown", start);
  }, []);
}
