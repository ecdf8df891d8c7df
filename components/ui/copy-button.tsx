"use client";

import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { copyText } from "./copy-text";
import { announce } from "./live-region";

type Props = { text: string /** Said after copying, for example "Join link copied." */; said: string; label?: string };

export function CopyButton({ text, said, label }: Props) {
  const t = useTranslations("common");
  const [result, setResult] = useState<"idle" | "copied" | "failed">("idle");

  useEffect(() => {
    if (result === "idle") return;
    const timer = setTimeout(() => setResult("idle"), 2_500);
    return () => clearTimeout(timer);
  }, [result]);

  const copy = async () => {
    const isCopied = await copyText(text);
    setResult(isCopied ? "copied" : "failed");
    announce(isCopied ? said : t("copyFailed"));
  };
  return (
    <Button variant="default" onClick={copy} style={{ flex: "none" }}>
      {result === "copied" ? `✓ ${t("copied")}` : (label ?? t("copy"))}
    </Button>
  );
}
