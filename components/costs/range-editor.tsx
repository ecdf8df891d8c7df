"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { useChangeSetting } from "@/lib/client/costs/mutations";
import { parseAmount } from "@/lib/domain/answers/parse-number";
import type { Json } from "@/lib/domain/json";
import { settingOf, useCostEditing } from "./cost-editing";
import classes from "./editor.module.css";

type Props = { settingKey: string; label: string; onClose: () => void };

const ENDS = ["low", "likely", "high"] as const;
type End = (typeof ENDS)[number];

/** Low, likely and high of one number of the total cost; ends in the wrong order are said at the field, and nothing is lost. */
export function RangeEditor({ settingKey, label, onClose }: Props) {
  const t = useTranslations("costsheet.range");
  const tp = useTranslations("costsheet.problems");
  const { worksheetId, settings } = useCostEditing();
  const setting = settingOf(settings, settingKey);
  const change = useChangeSetting(worksheetId);
  const [texts, setTexts] = useState<Record<End, string>>(() => textsOf(setting.value));
  const [problems, setProblems] = useState<Partial<Record<End, string>>>({});

  function save(event: FormEvent) {
    event.preventDefault();
    const found: Partial<Record<End, string>> = {};
    const values: Partial<Record<End, number>> = {};
    for (const end of ENDS) {
      const read = parseAmount(texts[end]);
      if (read.ok) values[end] = read.value;
      else found[end] = tp(read.message.id.split(".").at(-1) ?? "unreadable");
    }
    const { low, likely, high } = values;
    if (low !== undefined && likely !== undefined && low > likely) found.low = t("lowAbove");
    if (high !== undefined && likely !== undefined && high < likely) found.high = t("highBelow");
    setProblems(found);
    if (Object.keys(found).length === 0) send(values as Json);
  }
  function send(value: Json | null) {
    change.mutate(
      { key: settingKey, value, baseVersion: setting.version },
      {
        onSuccess: () => {
          announce(t("saved", { label }));
          onClose();
        },
      },
    );
  }
  return (
    <form className={classes.form} onSubmit={save} aria-label={label} noValidate>
      {ENDS.map((end, index) => (
        <TextInput
          key={end}
          label={`${label}: ${t(end)}`}
          leftSection="$"
          inputMode="decimal"
          autoFocus={index === 0}
          value={texts[end]}
          error={problems[end]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setTexts((all) => ({ ...all, [end]: value }));
          }}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
        />
      ))}
      <ErrorNote error={change.error} />
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

function textsOf(value: unknown): Record<End, string> {
  const known = typeof value === "object" && value !== null ? (value as Partial<Record<End, number>>) : {};
  return { low: String(known.low ?? ""), likely: String(known.likely ?? ""), high: String(known.high ?? "") };
}
