import "@mantine/core/styles.layer.css";
import "./tokens.css";
import "./globals.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import { DEFAULT_LOCALE, loadMessages } from "@/messages/load";
import { fontVariables } from "./fonts";
import { Providers } from "./providers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await rootTranslator();
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
  const messages = await loadMessages(["common", "errors"]);
  return (
    <html lang={DEFAULT_LOCALE} dir="ltr" className={fontVariables} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <Providers locale={DEFAULT_LOCALE} messages={messages}>
          {children}
        </Providers>
      </body>
    </html>
  );
}

async function rootTranslator() {
  return createTranslator({ locale: DEFAULT_LOCALE, messages: await loadMessages(["common"]), namespace: "common" });
}
