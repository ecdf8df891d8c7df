"use client";

import { Button, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { KeepLine } from "@/components/keeping/keep-line";
import { ErrorNote } from "@/components/ui/error-note";
import { useStartInSpace } from "@/lib/client/space/mutations";
import { newWorksheetSchema } from "@/lib/domain/worksheet/inputs";
import type { KeepMonths } from "@/lib/domain/worksheet/retention";
import { lintSentence } from "@/lib/domain/worksheet/sentence-lints";
import { routes } from "@/lib/routes";
import classes from "./log.module.css";

/** One sentence starts a worksheet of the space. */
export function StartHere({ spaceId }: { spaceId: string }) {
  const t = useTranslations("log.start");
  const router = useRouter();
  const id = useId();
  const [title, setTitle] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [keepMonths, setKeepMonths] = useState<KeepMonths | null>(null);
  const start = useStartInSpace(spaceId);
  const parsed = newWorksheetSchema.shape.title.safeParse(title);
  const [lint] = lintSentence(title);
  return (
    <form
      method="post"
      className={classes.start}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (parsed.success)
          start.mutate(
            { title: parsed.data, keepMonths },
            { onSuccess: ({ id: worksheetId }) => router.push(routes.worksheet(worksheetId)) },
          );
      }}
    >
      <label htmlFor={id}>{t("label")}</label>
      <div className={classes.startRow}>
        <TextInput
          id={id}
          value={title}
          data-autofocus
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          error={isTried && !parsed.success && t("missing")}
        />
        <Button type="submit" loading={start.isPending || start.isSuccess}>
          {t("go")}
        </Button>
      </div>
      <p className="small">{lint ? t(`lint.${lint}`) : t("hint")}</p>
      <KeepLine value={keepMonths} onChange={setKeepMonths} />
      <ErrorNote error={start.error} />
    </form>
  );
}
