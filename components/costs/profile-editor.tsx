"use client";

import { useTranslations } from "use-intl";
import { PROFILE_KEY } from "@/lib/domain/cost-settings/settings";
import { describeWorkload } from "@/lib/domain/costs/describe-workload";
import { type LoadProfile, type Workload, workloadSchema } from "@/lib/domain/costs/workload-schema";
import type { Json } from "@/lib/domain/json";
import classes from "./editor.module.css";
import type { SettingField } from "./setting-fields";
import { SettingForm } from "./setting-form";
import { useCostWords } from "./use-cost-words";

const DAYS = ["auto", "flat", "sine", "block"] as const;
const BURST_FIELDS = ["perMonth", "hours", "timesAverage"] as const;

/** How the load spreads over a day, a week and a month, with the whole workload in words as it is typed. */
export function ProfileEditor({ workload, onClose }: { workload: Workload; onClose: () => void }) {
  const t = useTranslations("costsheet.profile");
  const { say, locale } = useCostWords();
  const { profile } = workload;
  const burst = (id: (typeof BURST_FIELDS)[number]): SettingField => ({ id, label: t(`fields.${id}`), type: "number", isOptional: true });
  const fields: SettingField[] = [
    { id: "day", label: t("fields.day"), type: "choice", options: DAYS.map((value) => ({ value, label: t(`days.${value}`) })) },
    { id: "busyHours", label: t("fields.busyHours"), type: "number", isOptional: true },
    { id: "weekendShare", label: t("fields.weekendShare"), type: "percent" },
    ...BURST_FIELDS.map(burst),
  ];
  const read = (value: Json) => workloadSchema.safeParse({ ...workload, profile: value });

  function problemsIn(values: Record<string, Json>): Record<string, string> {
    const given = BURST_FIELDS.filter((id) => values[id] !== undefined);
    if (given.length > 0 && given.length < BURST_FIELDS.length)
      return Object.fromEntries(BURST_FIELDS.filter((id) => values[id] === undefined).map((id) => [id, t("problems.burst")]));
    const issues = read(profileOf(values)).error?.issues ?? [];
    return Object.fromEntries(
      issues.map(({ path }) => {
        const field = String(path.at(-1));
        return [field, t.has(`problems.${field}`) ? t(`problems.${field}`) : t("problems.range")];
      }),
    );
  }
  return (
    <SettingForm
      settingKey={PROFILE_KEY}
      title={t("title")}
      help={t("help")}
      fields={fields}
      initial={textsOf(profile)}
      toValue={profileOf}
      problemsIn={problemsIn}
      onClose={onClose}
    >
      {(value) => {
        const typed = value === null ? null : read(value);
        return (
          <p className={classes.note} role="status">
            {typed?.success ? say(describeWorkload(typed.data, locale)) : t("unclear")}
          </p>
        );
      }}
    </SettingForm>
  );
}

function profileOf({ day = "auto", busyHours = 4, weekendShare = 1, perMonth, hours, timesAverage }: Record<string, Json>): Json {
  const profile = { day, busyHours, weekendShare };
  const hasBursts = perMonth !== undefined && hours !== undefined && timesAverage !== undefined;
  return hasBursts ? { ...profile, bursts: { perMonth, hours, timesAverage } } : profile;
}

function textsOf(profile: LoadProfile | undefined): Record<string, string> {
  const { day = "auto", busyHours = 4, weekendShare = 1, bursts } = profile ?? {};
  const text = (value: number | undefined) => (value === undefined ? "" : String(value));
  return {
    day,
    busyHours: text(busyHours),
    weekendShare: text(Math.round(weekendShare * 1_000) / 10),
    perMonth: text(bursts?.perMonth),
    hours: text(bursts?.hours),
    timesAverage: text(bursts?.timesAverage),
  };
}
