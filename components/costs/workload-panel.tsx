"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { WORKLOAD_KEYS, type WorkloadKey } from "@/lib/domain/cost-settings/settings";
import type { Assumption } from "@/lib/domain/costs/schema";
import type { Workload } from "@/lib/domain/costs/workload-schema";
import { settingOf, useCostEditing } from "./cost-editing";
import classes from "./price-panel.module.css";
import { ProfileRow } from "./profile-row";
import { WorkloadRow } from "./workload-row";

const SHOWN = 5;

/** Every number the bills rest on with where it is from, what moves a bill the most first, each open to change. */
export const WorkloadPanel = memo(function WorkloadPanel({ workload, assumptions }: { workload: Workload; assumptions: Assumption[] }) {
  const t = useTranslations("costsheet.workload");
  const { settings } = useCostEditing();
  const sourceOf = (key: WorkloadKey) => {
    const setting = settingOf(settings, `workload.${key}`);
    if (setting.value !== null) return t("setBy", { by: setting.by ?? "" });
    return t(`source.${assumptions.find(({ id }) => id === key)?.source ?? "answered"}`);
  };
  const rows = (keys: readonly WorkloadKey[]) => (
    <ul className={classes.list}>
      {keys.map((key) => (
        <WorkloadRow key={key} name={key} workload={workload} source={sourceOf(key)} />
      ))}
    </ul>
  );
  const upkeep = assumptions.filter(({ id }) => id === "engineerHourUsd" || id === "opsHours");
  return (
    <section>
      <h2 className={classes.subheading}>{t("title")}</h2>
      {rows(WORKLOAD_KEYS.slice(0, SHOWN))}
      <ul className={classes.list}>
        <ProfileRow workload={workload} isLeftOut={assumptions.some(({ id }) => id === "profile")} />
      </ul>
      <details className={classes.more}>
        <summary>{t("more", { count: WORKLOAD_KEYS.length - SHOWN })}</summary>
        {rows(WORKLOAD_KEYS.slice(SHOWN))}
      </details>
      {upkeep.length > 0 && <p className={classes.note}>{t("upkeep")}</p>}
    </section>
  );
});
