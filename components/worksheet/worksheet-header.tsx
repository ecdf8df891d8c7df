"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Mark } from "@/components/ui/mark";
import { SlimButton } from "@/components/ui/slim-button";
import type { Connection } from "@/lib/client/worksheet/use-live-worksheet";
import { QUESTION_IDS, type QuestionId } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import { Presence } from "./presence";
import { SaveStatus } from "./save-status";
import type { ScreenId } from "./step-rail";
import classes from "./worksheet-header.module.css";
import { WorksheetMenu } from "./worksheet-menu";

// Opened by few and seldom, so it is fetched when asked for.
const ShareDialog = dynamic(() => import("./share-dialog").then((module) => module.ShareDialog), { ssr: false });

type Props = { worksheet: WorksheetView; current: ScreenId; connection: Connection };

export function WorksheetHeader({ worksheet, current, connection }: Props) {
  const t = useTranslations();
  const [isSharing, setIsSharing] = useState(false);
  const number = QUESTION_IDS.indexOf(current as QuestionId) + 1;
  const place =
    number > 0 ? t("worksheet.shell.position", { n: number, name: t(`common.questions.${current}`) }) : t(`common.screens.${current}`);
  return (
    <header className={classes.header}>
      <Link href={routes.worksheet(worksheet.id)} prefetch={false} className={classes.title} title={worksheet.title}>
        <Mark />
        <span className={classes.full}>{worksheet.title}</span>
        <span className={classes.place}>{place}</span>
      </Link>
      <SaveStatus connection={connection} />
      {worksheet.adr.isDue && current !== "revisit" && (
        <Link href={routes.revisit(worksheet.id)} prefetch={false} className={classes.due}>
          {t("worksheet.shell.due")}
        </Link>
      )}
      <span className={classes.space} />
      <Presence members={worksheet.members} />
      {worksheet.you.role === "facilitator" && (
        <SlimButton variant="default" onClick={() => setIsSharing(true)} className={classes.share}>
          {t("worksheet.shell.share")}
        </SlimButton>
      )}
      <WorksheetMenu worksheet={worksheet} />
      {isSharing && <ShareDialog worksheet={worksheet} onClose={() => setIsSharing(false)} />}
    </header>
  );
}
