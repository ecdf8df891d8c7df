import "./mantine.css";
import "./tokens.css";
import "./globals.css";
import "./plain.css";
import "./visually-hidden.css";
import "./broken-page.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { NOTE_EARLY_INPUT } from "@/components/ui/early-input-note";
import { loadMessages } from "@/messages/load";
import { directionOf } from "@/messages/locale";
import { requestLocale } from "@/messages/request-locale";
import { serverWords } from "@/messages/server-words";
import { fontVariables } from "./fonts";
import { Providers } from "./providers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await serverWords("common");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover", colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const locale = await requestLocale();
  const messages = await loadMessages(["common", "errors"], locale);
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontVariables} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
        <script nonce={nonce}>{NOTE_EARLY_INPUT}</script>
      </head>
      <body>
        <Providers locale={locale} messages={messages}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
