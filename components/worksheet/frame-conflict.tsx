"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import classes from "./frame-sheet.module.css";
import type { SavedText } from "./use-saved-text";

type Props = { box: SavedText /** The team's value in words, where the box holds a code. */; words?: (text: string) => string };

/** Somebody changed the same field: the typed text stays in the box, theirs stands beside it, and one of the two is chosen. */
export function FrameConflict({ box, words = (text) => text }: Props) {
  const t = useTranslations("worksheet.frame");
  if (box.theirs === null) return null;
  return (
    <div className={classes.conflict} role="alert">
      <p className="small">{t("conflict")}</p>
      <div className={classes.theirs}>{box.theirs === "" ? t("notAnswered") : words(box.theirs)}</div>
      <div className={classes.options}>
        <Button size="xs" variant="default" onClick={box.keepMine}>
          {t("keepMine")}
        </Button>
        <Button size="xs" variant="default" onClick={box.takeTheirs}>
          {t("takeTheirs")}
        </Button>
      </div>
    </div>
  );
}
