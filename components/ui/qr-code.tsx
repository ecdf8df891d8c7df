"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import classes from "./qr-code.module.css";

/** Drawn in the browser, so that a secret link never goes to the server to become a picture. Dark on white in both themes. */
export function QrCode({ text, what }: { text: string; what: string }) {
  const t = useTranslations("common");
  const { data } = useQuery({
    queryKey: ["qr", text],
    queryFn: () => drawPath(text),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    networkMode: "always",
  });
  return (
    <svg
      className={classes.code}
      viewBox={data ? `-2 -2 ${data.size + 4} ${data.size + 4}` : "0 0 1 1"}
      role="img"
      aria-label={t("qrAlt", { what })}
    >
      {data && <path d={data.path} fill="#1c1b19" />}
    </svg>
  );
}

async function drawPath(text: string) {
  const { create } = await import("qrcode");
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const dark: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) dark.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  return { size: modules.size, path: dark.join("") };
}
