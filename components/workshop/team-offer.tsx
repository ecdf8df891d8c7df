"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import type { WorkshopView } from "@/lib/domain/workshop/schema";
import classes from "./team-bar.module.css";

/** A vacant lead to take over, and for who answers blind the way to see. */
export function TeamOffer({ id, workshop }: { id: string; workshop: WorkshopView }) {
  const t = useTranslations("workshop.bar");
  const act = useWorkshopAct(id);
  return (
    <>
      {workshop.mayTakeOver ? (
        <span className={classes.part}>
          {workshop.lead ? t("away", { name: workshop.lead.name }) : t("noLead")}
          <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate({ method: "POST", path: "take-over" })}>
            {t("takeOver")}
          </Button>
        </span>
      ) : null}
      {workshop.isBlind ? (
        <span className={classes.part}>
          {t("blind")}
          <Button size="xs" loading={act.isPending} onClick={() => act.mutate({ method: "POST", path: "late-answers" })}>
            {t("blindDone")}
          </Button>
        </span>
      ) : null}
      <ErrorNote error={act.error} />
    </>
  );
}
