"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { agendaOf, partOfScreen } from "@/lib/domain/workshop/agendas";
import { screenSchema, type WorkshopView } from "@/lib/domain/workshop/schema";
import classes from "./team-bar.module.css";

type Props = { id: string; current: string; workshop: WorkshopView };

/** What a facilitator does to the room: bring the team here, and the shared timer. */
export function LeadControls({ id, current, workshop }: Props) {
  const t = useTranslations("workshop");
  const act = useWorkshopAct(id);
  const screen = screenSchema.safeParse(current).data;
  const part = partOfScreen(screen ?? "lobby");
  const minutes = agendaOf(workshop.agenda).find((line) => line.part === part)?.minutes ?? 5;
  const time = (body: Record<string, unknown>) => act.mutate({ path: "timer", body });
  const button = { size: "xs", variant: "default", disabled: act.isPending } as const;
  return (
    <span className={classes.part}>
      {screen && workshop.pointer?.screen === screen ? <span className="small">{t("bar.here")}</span> : null}
      {screen && workshop.pointer?.screen !== screen ? (
        <Button {...button} onClick={() => act.mutate({ path: "pointer", body: { screen } })}>
          {t("bar.bring")}
        </Button>
      ) : null}
      {workshop.timer ? (
        <>
          <Button {...button} onClick={() => time({ action: "add", seconds: 120 })}>
            {t("timer.more")}
          </Button>
          <Button {...button} onClick={() => time({ action: workshop.timer?.pausedS === null ? "pause" : "resume" })}>
            {t(workshop.timer.pausedS === null ? "timer.pause" : "timer.resume")}
          </Button>
          <Button {...button} onClick={() => time({ action: "stop" })}>
            {t("timer.stop")}
          </Button>
        </>
      ) : (
        <Button {...button} onClick={() => time({ action: "start", seconds: minutes * 60 })}>
          {t("timer.start", { minutes })}
        </Button>
      )}
      <ErrorNote error={act.error} />
    </span>
  );
}
