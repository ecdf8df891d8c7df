"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { PROFILE_KEY } from "@/lib/domain/cost-settings/settings";
import { shapeOfDay } from "@/lib/domain/costs/describe-workload";
import type { Workload } from "@/lib/domain/costs/workload-schema";
import { settingOf, useCostEditing } from "./cost-editing";
import editor from "./editor.module.css";
import classes from "./price-panel.module.css";
import { ProfileEditor } from "./profile-editor";

/** How the load spreads over the month, with its source, and the way to change it. */
export function ProfileRow({ workload, isLeftOut }: { workload: Workload; isLeftOut: boolean }) {
  const t = useTranslations("costsheet.profile");
  const tw = useTranslations("costsheet.workload");
  const words = useTranslations("costs.assumptions");
  const { canEdit, settings } = useCostEditing();
  const [isEditing, setEditing] = useState(false);
  const setting = settingOf(settings, PROFILE_KEY);
  return (
    <li>
      <div className={classes.row}>
        <span>
          {t("title")}
          <span className={classes.source}>{setting.value === null ? t("fromPeak") : tw("setBy", { by: setting.by ?? "" })}</span>
          {isLeftOut && <span className={classes.warn}>▲ {words("profileLeftOut")}</span>}
          {canEdit && !isEditing && (
            <button
              type="button"
              className={editor.change}
              onClick={() => setEditing(true)}
              aria-label={tw("changeLabel", { label: t("title") })}
            >
              {tw("change")}
            </button>
          )}
        </span>
        <span className={classes.price}>{t(`short.${shapeOfDay(workload)}`)}</span>
      </div>
      {isEditing && <ProfileEditor workload={workload} onClose={() => setEditing(false)} />}
    </li>
  );
}
