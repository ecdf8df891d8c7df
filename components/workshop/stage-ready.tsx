"use client";

import { Button } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { WorkshopView } from "@/lib/domain/workshop/schema";
import classes from "./team-bar.module.css";

/** Who is ready to go on, by name. The ticks go when the team moves. Observers see them and are not counted. */
export function StageReady({ worksheet, workshop }: { worksheet: WorksheetView; workshop: WorkshopView }) {
  const t = useTranslations("workshop.bar");
  const format = useFormatter();
  const act = useWorkshopAct(worksheet.id);
  const counting = worksheet.members.filter((member) => member.role === "facilitator" || member.role === "member");
  const ready = counting.filter((member) => workshop.ready.includes(member.id));
  const isReady = workshop.ready.includes(worksheet.you.memberId);
  const mayTick = worksheet.you.role === "facilitator" || worksheet.you.role === "member";
  const screen = workshop.pointer?.screen;
  return (
    <span className={classes.part}>
      <span className="small">
        {ready.length === 0
          ? t("nobodyReady")
          : t("readyCount", { ready: ready.length, total: counting.length, names: format.list(ready.map(({ name }) => name)) })}
      </span>
      {mayTick ? (
        <Button
          size="xs"
          variant="default"
          aria-pressed={isReady}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          loading={act.isPending}
          onClick={() => act.mutate({ path: "stage-ready", body: { screen, ready: !isReady } })}
        >
          {isReady ? `✓ ${t("isReady")}` : t("ready")}
        </Button>
      ) : null}
    </span>
  );
}
