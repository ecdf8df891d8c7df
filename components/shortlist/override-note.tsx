"use client";

import { useFormatter, useTranslations } from "use-intl";
import { useTakeBack } from "@/lib/client/shortlist/mutations";
import classes from "./override.module.css";
import { useShortlist } from "./shortlist-context";

/** "Put back by Ada on 21 November: Three of us ran it." With the way to take it back. Nothing where nobody did anything. */
export function OverrideNote({ candidateId }: { candidateId: string }) {
  const t = useTranslations("candidates.override");
  const format = useFormatter();
  const { handwork, view, canAct, nameOf } = useShortlist();
  const takeBack = useTakeBack(view.id);
  const override = handwork.overrides.find(({ candidate }) => candidate === candidateId);
  if (override === undefined) return null;
  const { action, by, at, reason } = override;
  return (
    <p className={classes.line}>
      <span>
        <b>{t(`${action}.by`, { by })}</b> <span className="muted">{format.dateTime(new Date(at), { dateStyle: "medium" })}</span>: {reason}
      </span>
      {canAct && (
        <button
          type="button"
          className={`${classes.button} no-print`}
          aria-label={t("takeBackName", { name: nameOf(candidateId) })}
          disabled={takeBack.isPending}
          onClick={() => takeBack.mutate(candidateId)}
        >
          {t("takeBack")}
        </button>
      )}
    </p>
  );
}
