"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Column } from "./column";

const CopyButton = dynamic(() => import("./copy-button").then((module) => module.CopyButton), { ssr: false });

type Props = { error: Error & { digest?: string }; reset: () => void; homeHref: string };

/** The last resort of a segment: what is safe, try again, and something to send to whoever runs the server. */
export function BrokenPage({ error, reset, homeHref }: Props) {
  const t = useTranslations("errors");
  const details = [error.name, error.digest].filter(Boolean).join(" ");
  return (
    <main id="main">
      <Column>
        <div style={{ display: "grid", gap: 20, justifyItems: "start" }} role="alert">
          <h1>{t("pageTitle")}</h1>
          <p className="quiet">{t("pageText")}</p>
          <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
            <Button onClick={reset}>{t("pageRetry")}</Button>
            <CopyButton text={details} said={t("pageDetailsCopied")} label={t("pageDetails")} />
          </div>
          <Link href={homeHref}>{t("pageHome")}</Link>
        </div>
      </Column>
    </main>
  );
}
