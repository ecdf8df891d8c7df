"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useArchiveWorksheet, useDuplicateWorksheet, useSetRetention } from "@/lib/client/keeping/mutations";
import { keepMonthsSchema } from "@/lib/domain/worksheet/retention";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { files, routes } from "@/lib/routes";
import { DeleteForm } from "./delete-form";
import { KeepChoice } from "./keep-choice";
import classes from "./keeping.module.css";

/** What a facilitator may do with the worksheet as a whole. */
export function KeepingSection({ worksheet }: { worksheet: WorksheetView }) {
  return (
    <div className={classes.part}>
      <Duplicate worksheet={worksheet} />
      <TakeAlong worksheet={worksheet} />
      <Retention worksheet={worksheet} />
      <Archive worksheet={worksheet} />
      <DeleteForm worksheet={worksheet} />
    </div>
  );
}

function Duplicate({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("keeping");
  const router = useRouter();
  const copy = useDuplicateWorksheet(worksheet.id);
  const isBusy = copy.isPending || copy.isSuccess;
  const start = (kind: "frame" | "answers") => copy.mutate(kind, { onSuccess: ({ id }) => router.push(routes.worksheet(id)) });
  return (
    <div className={classes.act}>
      <h3>{t("duplicate")}</h3>
      <p className="small">{t("duplicateHint")}</p>
      {worksheet.isRevealed && <p className="small">{t("duplicateAnswersHint")}</p>}
      <div className={classes.buttons}>
        <Button variant="default" disabled={isBusy} onClick={() => start("frame")}>
          {t("duplicateFrame")}
        </Button>
        {worksheet.isRevealed && (
          <Button variant="default" disabled={isBusy} onClick={() => start("answers")}>
            {t("duplicateAnswers")}
          </Button>
        )}
      </div>
      <ErrorNote error={copy.error} />
    </div>
  );
}

function TakeAlong({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("keeping");
  return (
    <div className={classes.act}>
      <h3>{t("exportTitle")}</h3>
      <p className="small">{t(worksheet.isRevealed ? "exportHint" : "exportBefore")}</p>
      {worksheet.isRevealed && (
        <p>
          <a href={files.worksheet(worksheet.id)}>{t("exportFile")}</a>
        </p>
      )}
    </div>
  );
}

function Retention({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("keeping.keep");
  const format = useFormatter();
  const retain = useSetRetention(worksheet.id);
  const { retention } = worksheet;
  return (
    <div className={classes.act}>
      <h3>{t("title")}</h3>
      {retention !== null && (
        <p>{t("until", { date: format.dateTime(new Date(retention.until), { dateStyle: "long", timeZone: "UTC" }) })}</p>
      )}
      <KeepChoice
        value={keepMonthsSchema.safeParse(retention?.months).data ?? null}
        onChange={(months) => retain.mutate(months)}
        isBusy={retain.isPending}
      />
      <ErrorNote error={retain.error} />
    </div>
  );
}

function Archive({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("keeping");
  const format = useFormatter();
  const archive = useArchiveWorksheet(worksheet.id);
  const since = worksheet.archivedAt;
  return (
    <div className={classes.act}>
      <h3>{t("archive")}</h3>
      <p className="small">
        {since === null ? t("archiveHint") : t("archivedSince", { date: format.dateTime(new Date(since), { dateStyle: "long" }) })}
      </p>
      <div className={classes.buttons}>
        <Button variant="default" loading={archive.isPending} onClick={() => archive.mutate(since === null)}>
          {t(since === null ? "archive" : "unarchive")}
        </Button>
      </div>
      <ErrorNote error={archive.error} />
    </div>
  );
}
