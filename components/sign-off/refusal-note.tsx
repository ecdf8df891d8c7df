"use client";

import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { ApiError } from "@/lib/client/api";
import classes from "./sign-off.module.css";

/** Why an answer was not recorded, as closely as the server says it; what was typed stays where it is. */
export function RefusalNote({ error }: { error: Error | null }) {
  const t = useTranslations("sign.refused");
  const reason = error instanceof ApiError ? (error.reason ?? error.code) : "";
  if (reason === "" || !t.has(reason)) return <ErrorNote error={error} />;
  return (
    <p className={classes.error} role="alert">
      {t(reason)}
    </p>
  );
}
