"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { adrNumber, groupHash } from "@/lib/client/sign-off/sign-state";
import type { RevisionView, WorksheetView } from "@/lib/domain/worksheet/schema";
import { files } from "@/lib/routes";
import { SealState } from "./seal-state";
import classes from "./sign-off.module.css";
import { WithdrawButton } from "./withdraw-button";

type Props = { view: WorksheetView; revision: RevisionView | null };

/** The end of the road: number, fingerprint, and the record in three forms. */
export function AcceptedPanel({ view, revision }: Props) {
  const t = useTranslations("sign");
  const number = view.adr.number === null ? "" : t("adrNumber", { number: adrNumber(view.adr.number) });
  return (
    <section className={`${classes.card} ${classes.accepted}`}>
      <p className={classes.number}>{t("acceptedAs", { number })}</p>
      <h2 className={classes.heading}>{t("accepted.heading")}</h2>
      {revision && <SealState worksheetId={view.id} n={revision.n} isFacilitator={view.you.role === "facilitator"} />}
      <div className={classes.take}>
        <Button component="a" variant="default" href={files.adrMarkdown(view.id)}>
          {t("accepted.markdown")}
        </Button>
        <Button component="a" variant="default" href={files.adrZip(view.id)}>
          {t("accepted.zip")}
        </Button>
        <Button component="a" variant="default" href={files.record(view.id)}>
          {t("accepted.json")}
        </Button>
      </div>
      <p className="tiny">{t("accepted.same")}</p>
      {revision && (
        <p className={classes.hash} data-testid="record-hash">
          {groupHash(revision.sha256)}
        </p>
      )}
      {revision && view.you.role === "facilitator" && view.adr.status !== "superseded" && (
        <div className={classes.row}>
          <WithdrawButton worksheetId={view.id} n={revision.n} />
        </div>
      )}
    </section>
  );
}
