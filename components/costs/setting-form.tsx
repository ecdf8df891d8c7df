"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { standingChange, useChangeSetting } from "@/lib/client/costs/mutations";
import { settingSchemaOf } from "@/lib/domain/cost-settings/settings";
import type { Json } from "@/lib/domain/json";
import { settingOf, useCostEditing } from "./cost-editing";
import classes from "./editor.module.css";
import { readField, type SettingField, shownText } from "./setting-fields";

type Values = Record<string, Json>;
type Problems = Readonly<Record<string, string>>;

export type SettingFormProps = {
  settingKey: string;
  /** What the form is called. */
  title: string;
  /** What was changed, as it is announced; the title when left out. */
  subject?: string;
  help?: string;
  fields: readonly SettingField[];
  initial: Readonly<Record<string, string>>;
  /** The setting's value from what was typed; blank optional fields are not among the values. */
  toValue: (values: Values) => Json;
  /** Problems that lie between fields, by field, once each field can be read. */
  problemsIn?: (values: Values) => Problems;
  words?: Partial<Record<"save" | "remove" | "saved" | "removed", string>>;
  /** What follows from what stands in the fields now; null while something cannot be read. */
  children?: (value: Json | null) => ReactNode;
  onClose: () => void;
};

/** Changes one setting of the costs. Every refusal stands at its field, and what was typed stays. */
export function SettingForm(props: SettingFormProps) {
  const { settingKey, title, subject = title, help, fields, initial, toValue, problemsIn, words, children, onClose } = props;
  const t = useTranslations("costsheet.form");
  const sayProblem = useTranslations("costsheet");
  const locale = useLocale();
  const { worksheetId, settings } = useCostEditing();
  const setting = settingOf(settings, settingKey);
  const change = useChangeSetting(worksheetId);
  const standing = standingChange(change.error);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map((field) => [field.id, shownText(field, initial[field.id] ?? "", locale)])),
  );
  const [problems, setProblems] = useState<Problems>({});
  const now = readAll();

  function readAll(): { value: Json | null; problems: Problems } {
    const results = fields.map((field) => [field.id, readField(field, texts[field.id] ?? "", locale)] as const);
    const refused: Record<string, string> = {};
    const values: Values = {};
    for (const [id, result] of results) {
      if ("problem" in result) refused[id] = sayProblem(result.problem);
      else if (result.value !== null) values[id] = result.value;
    }
    Object.assign(refused, Object.keys(refused).length === 0 ? problemsIn?.(values) : {});
    if (Object.keys(refused).length > 0) return { value: null, problems: refused };
    const value = toValue(values);
    for (const { path } of settingSchemaOf(settingKey)?.safeParse(value).error?.issues ?? [])
      refused[fieldAt(path)] ??= sayProblem("problems.range");
    return Object.keys(refused).length > 0 ? { value: null, problems: refused } : { value, problems: {} };
  }
  function fieldAt(path: readonly PropertyKey[]): string {
    return fields.find(({ id }) => path.includes(id))?.id ?? fields[0]?.id ?? "";
  }
  function save(event: FormEvent) {
    event.preventDefault();
    setProblems(now.problems);
    if (now.value !== null) send(now.value);
  }
  function send(value: Json | null) {
    change.mutate(
      { key: settingKey, value, baseVersion: standing?.version ?? setting.version },
      {
        onSuccess: () => {
          announce(value === null ? (words?.removed ?? t("back", { subject })) : (words?.saved ?? t("saved", { subject })));
          onClose();
        },
      },
    );
  }
  return (
    <form className={classes.form} onSubmit={save} onKeyDown={(event) => event.key === "Escape" && onClose()} aria-label={title} noValidate>
      {help && <p className={classes.note}>{help}</p>}
      {fields.map((field, index) => {
        const about = { label: field.label, value: texts[field.id] ?? "", error: problems[field.id], autoFocus: index === 0 };
        const set = (text: string) => setTexts((all) => ({ ...all, [field.id]: text }));
        return field.type === "choice" ? (
          <NativeSelect key={field.id} {...about} data={[...field.options]} onChange={(event) => set(event.currentTarget.value)} />
        ) : (
          <TextInput
            key={field.id}
            {...about}
            maxLength={80}
            leftSection={field.type === "money" ? "$" : undefined}
            inputMode={field.type === "text" ? undefined : "decimal"}
            onChange={(event) => set(event.currentTarget.value)}
          />
        );
      })}
      {children?.(now.value)}
      {standing && "key" in standing ? (
        <p className={classes.warn} role="alert">
          {t("standing", { by: standing.by })}
        </p>
      ) : (
        <ErrorNote error={change.error} />
      )}
      <div className={classes.row}>
        <Button type="submit" size="xs" loading={change.isPending}>
          {words?.save ?? t("save")}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        {setting.value !== null && (
          <Button size="xs" variant="subtle" onClick={() => send(null)}>
            {words?.remove ?? t("useOurs")}
          </Button>
        )}
      </div>
    </form>
  );
}
