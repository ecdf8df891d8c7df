"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { minutesOf, partOfPlace } from "@/lib/domain/workshop/agendas";
import { placeOf, pointerTo } from "@/lib/domain/workshop/pointer";
import type { WorkshopView } from "@/lib/domain/workshop/schema";
import classes from "./team-bar.module.css";

type Props = { id: string; place: string; workshop: WorkshopView };

const SOME_MINUTES = 5;
const MORE_MINUTES = [1, 5] as const;

/** What a facilitator does to the room: bring the team here, and the shared timer. */
export function LeadControls({ id, place, workshop }: Props) {
  const t = useTranslations("workshop");
  const act = useWorkshopAct(id);
  const here = pointerTo(place);
  const isHere = workshop.pointer !== null && placeOf(workshop.pointer) === place;
  const part = here === null ? "frame" : partOfPlace(placeOf({ topic: null, ...here }));
  const minutes = minutesOf(workshop.agenda, part) || SOME_MINUTES;
  const time = (body: Record<string, unknown>) => act.mutate({ path: "timer", body });
  const button = { size: "xs", variant: "default", disabled: act.isPending } as const;
  return (
    <span className={classes.part}>
      {isHere ? <span className="small">{t("bar.here")}</span> : null}
      {here && !isHere ? (
        <Button {...button} onClick={() => act.mutate({ path: "pointer", body: here })}>
          {t("bar.bring")}
        </Button>
      ) : null}
      {workshop.timer ? (
        <>
          {MORE_MINUTES.map((more) => (
            <Button key={more} {...button} onClick={() => time({ action: "add", seconds: more * 60 })}>
              {t("timer.more", { minutes: more })}
            </Button>
          ))}
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
