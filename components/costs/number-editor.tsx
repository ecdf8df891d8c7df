"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { ApiError } from "@/lib/client/api";
import { standingChange, useChangeSetting } from "@/lib/client/costs/mutations";
import { formatAmount, parseAmount } from "@/lib/domain/answers/parse-number";
import { settingSchemaOf } from "@/lib/domain/cost-settings/settings";
import { settingOf, useCostEditing } from "./cost-editing";
import classes from "./editor.module.css";

type Props = { settingKey: string; label: string; unit: string; value: number | null; isShare: boolean; onClose: () => void };

/** Changes one number of the costs; what cannot be right is said at the field, and what was typed stays. */
export function NumberEditor({ settingKey, label, unit, value, isShare, onClose }: Props) {
  const t = useTranslations("costsheet.workload");
  const tp = useTranslations("costsheet.problems");
  const locale = useLocale();
  const { worksheetId, settings } = useCostEditing();
  const setting = settingOf(settings, settingKey);
  const change = useChangeSetting(worksheetId);
  const [text, setText] = useState(value === null ? "" : formatAmount(value, locale));
  const [problem, setProblem] = useState<string | null>(null);
  const standing = standingChange(change.error);

  function save(event: FormEvent) {
    event.preventDefault();
    const read = parseAmount(text, { locale, isPercent: isShare });
    if (!read.ok) return setProblem(tp(read.message.id.split(".").at(-1) ?? "unreadable"));
    const next = isShare ? read.value / 100 : read.value;
    const checked = settingSchemaOf(settingKey)?.safeParse(next);
    if (checked && !checked.success) return setProblem(rangeProblem(settingKey, tp));
    setProblem(null);
    send(next);
  }
  function send(next: number | null) {
    const current = standing?.version ?? setting.version;
    change.mutate(
      { key: settingKey, value: next, baseVersion: current },
      {
        onSuccess: () => {
          announce(t(next === null ? "back" : "saved", { label }));
          onClose();
        },
      },
    );
  }
  const refused = change.error instanceof ApiError && change.error.code === "invalid_input" ? tp("range") : null;
  return (
    <form className={classes.form} onSubmit={save} aria-label={t("form", { label })} noValidate>
      <TextInput
        label={t("field", { label, unit })}
        value={text}
        inputMode="decimal"
        autoFocus
        error={problem ?? refused}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      />
      {standing && "key" in standing && (
        <p className={classes.warn} role="alert">
          {t("standing", { by: standing.by, value: JSON.stringify(standing.value) })}
        </p>
      )}
      {change.error && !standing && !refused && <ErrorNote error={change.error} />}
      <div className={classes.row}>
        <Button type="submit" size="xs" loading={change.isPending}>
          {t("save")}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        {setting.value !== null && (
          <Button size="xs" variant="subtle" onClick={() => send(null)}>
            {t("useOurs")}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Numbers that must be above something say so; the others lie in a range that the unit explains. */
function rangeProblem(key: string, tp: (id: string) => string): string {
  if (key === "workload.peakToAverage") return tp("peak");
  return key.endsWith("Kb") || key.includes("PerVcpu") ? tp("positive") : tp("range");
}
