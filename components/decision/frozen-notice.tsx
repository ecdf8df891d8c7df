"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { WithdrawButton } from "@/components/sign-off/withdraw-button";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import classes from "./decision.module.css";

/** Why the fields cannot be edited, and the way back to editing for the person who may open it. */
export function FrozenNotice({ view }: { view: WorksheetView }) {
  const t = useTranslations("decision.frozen");
  const standing = view.revisions.find((revision) => revision.status === "proposed" || revision.status === "accepted");
  if (!view.isFrozen || standing === undefined) return null;
  return (
    <div className={classes.notice}>
      <p>{t(noticeOf(view.adr.status))}</p>
      <div className={classes.row}>
        {view.you.role === "facilitator" && view.adr.status !== "superseded" && <WithdrawButton worksheetId={view.id} n={standing.n} />}
        <Button component={Link} href={routes.sign(view.id)} variant="subtle">
          {t("sign")}
        </Button>
      </div>
    </div>
  );
}

function noticeOf(status: WorksheetView["adr"]["status"]) {
  if (status === "superseded" || status === "deprecated") return status;
  return status === "accepted" ? "accepted" : "body";
}
