"use client";

import { useTranslations } from "use-intl";
import classes from "./error-note.module.css";

type Props = { /** An `ApiError` or anything else that was thrown; null shows nothing. */ error: Error | null | undefined };

/** What happened, what is safe, what to do, chosen by the error's code. */
export function ErrorNote({ error }: Props) {
  const t = useTranslations("errors");
  if (!error) return null;
  const code = "code" in error && typeof error.code === "string" && t.has(error.code) ? error.code : "internal";
  return (
    <p className={classes.note} role="alert">
      {t(code)}
    </p>
  );
}
