"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import type { SectionField } from "@/lib/client/decision/use-decision-fields";
import type { SectionView } from "@/lib/domain/worksheet/schema";
import classes from "./section-editor.module.css";

type Props = { field: SectionField; theirs: SectionView; name: string };

/** Two people wrote over the same version: both texts, and three ways on. */
export function SectionConflict({ field, theirs, name }: Props) {
  const t = useTranslations("decision.conflict");
  return (
    <div className={classes.conflict} role="alert">
      <div>
        <strong>{t("heading", { name })}</strong> <span>{t("safe")}</span>
      </div>
      <div className={classes.both}>
        <div>
          <p className="small">{t("theirs", { name })}</p>
          <div className={classes.version}>{theirs.text}</div>
        </div>
        <div>
          <p className="small">{t("mine")}</p>
          <div className={classes.version}>{field.text}</div>
        </div>
      </div>
      <div className={classes.row}>
        <Button size="xs" variant="default" onClick={() => field.keepMine(field.text)}>
          {t("keepMine")}
        </Button>
        <Button size="xs" variant="default" onClick={field.keepTheirs}>
          {t("keepTheirs", { name })}
        </Button>
        <Button size="xs" variant="default" onClick={() => field.keepMine(`${theirs.text}\n\n${field.text}`)}>
          {t("merge")}
        </Button>
      </div>
    </div>
  );
}
