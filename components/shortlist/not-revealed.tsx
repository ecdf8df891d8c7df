"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import classes from "./shortlist.module.css";

type Props = { view: WorksheetView; subject: "differences" | "shortlist" | "costs" };

/** Before the reveal: what is missing, who has not answered yet, and the way on. Never an error. */
export function NotRevealed({ view, subject }: Props) {
  const t = useTranslations("shortlist.notRevealed");
  const format = useFormatter();
  const answering = view.members.filter((member) => member.role === "facilitator" || member.role === "member");
  const missing = answering.filter((member) => member.ready.length < QUESTION_IDS.length);
  const isFacilitator = view.you.role === "facilitator";
  const values = { missing: missing.length, names: format.list(missing.map((member) => member.name)) };
  return (
    <>
      <h1 className="find">{t.rich(`finding.${subject}`, { b: (chunks) => <b>{chunks}</b> })}</h1>
      <p className={`quiet ${classes.calm}`}>{isFacilitator ? t("facilitatorBody", values) : t("body", values)}</p>
      <div className={classes.row}>
        {isFacilitator && subject !== "differences" && (
          <Button component={Link} href={routes.differences(view.id)}>
            {t("reveal")}
          </Button>
        )}
        {view.you.role === "observer" ? (
          <p className="small">{t("observer")}</p>
        ) : (
          <Button component={Link} href={routes.step(view.id, "workload")} variant={isFacilitator ? "default" : "filled"}>
            {t("way")}
          </Button>
        )}
      </div>
    </>
  );
}
