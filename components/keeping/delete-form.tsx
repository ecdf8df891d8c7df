"use client";

import { Button, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useDeleteWorksheet } from "@/lib/client/keeping/mutations";
import { isTitleTyped } from "@/lib/domain/worksheet/keeping";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import classes from "./keeping.module.css";

/** Asks for the sentence, so that the right worksheet goes. */
export function DeleteForm({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("keeping");
  const router = useRouter();
  const remove = useDeleteWorksheet(worksheet.id);
  const [isAsking, setIsAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isTitleTyped(typed, worksheet.title)) remove.mutate(typed, { onSuccess: () => router.push(routes.home()) });
  };
  return (
    <div className={classes.act}>
      <h3>{t("delete")}</h3>
      <p className="small">{t("deleteHint")}</p>
      {isAsking ? (
        <form onSubmit={submit} className={classes.form}>
          <TextInput
            label={t("deleteType")}
            description={worksheet.title}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <div className={classes.buttons}>
            <Button
              type="submit"
              color="red"
              disabled={!isTitleTyped(typed, worksheet.title)}
              loading={remove.isPending || remove.isSuccess}
            >
              {t("deleteGo")}
            </Button>
            <Button variant="default" onClick={() => setIsAsking(false)}>
              {t("deleteKeep")}
            </Button>
          </div>
        </form>
      ) : (
        <div className={classes.buttons}>
          <Button variant="outline" color="red" onClick={() => setIsAsking(true)}>
            {t("delete")}
          </Button>
        </div>
      )}
      <ErrorNote error={remove.error} />
    </div>
  );
}
