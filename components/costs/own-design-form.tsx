"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { useChangeSetting } from "@/lib/client/costs/mutations";
import { parseAmount } from "@/lib/domain/answers/parse-number";
import { readPrice } from "@/lib/domain/cost-settings/read-price";
import { settingSchemaOf } from "@/lib/domain/cost-settings/settings";
import type { Json } from "@/lib/domain/json";
import { settingOf, useCostEditing } from "./cost-editing";
import classes from "./editor.module.css";
import type { OwnField, OwnKind } from "./own-kinds";

/** Asks for a design of the team's own. Every refusal stands at its field, and what was typed stays. */
export function OwnDesignForm({ kind, onClose }: { kind: OwnKind; onClose: () => void }) {
  const t = useTranslations("costsheet.own");
  const tp = useTranslations("costsheet.problems");
  const tm = useTranslations("costsheet.price.problems");
  const { worksheetId, settings } = useCostEditing();
  const setting = settingOf(settings, kind.key);
  const change = useChangeSetting(worksheetId);
  const [texts, setTexts] = useState<Record<string, string>>(() => textsOf(setting.value, kind.fields));
  const [problems, setProblems] = useState<Record<string, string>>({});

  function read({ id, type }: OwnField): { value: Json } | { problem: string } {
    const text = texts[id] ?? "";
    if (type === "text") return text.trim() === "" ? { problem: t("nameMissing") } : { value: text.trim() };
    if (type === "money") {
      const price = readPrice(text);
      return price.ok ? { value: price.usd } : { problem: tm(price.problem) };
    }
    const number = parseAmount(text);
    return number.ok ? { value: number.value } : { problem: tp(number.message.id.split(".").at(-1) ?? "unreadable") };
  }
  function save(event: FormEvent) {
    event.preventDefault();
    const results = kind.fields.map((field) => [field.id, read(field)] as const);
    const refused = Object.fromEntries(results.flatMap(([id, result]) => ("problem" in result ? [[id, result.problem]] : [])));
    const value = {
      ...kind.fixed,
      ...Object.fromEntries(results.flatMap(([id, result]) => ("value" in result ? [[id, result.value]] : []))),
    };
    const checked = settingSchemaOf(kind.key)?.safeParse(value);
    for (const issue of checked?.error?.issues ?? []) refused[String(issue.path[0])] ??= tp("range");
    setProblems(refused);
    if (Object.keys(refused).length === 0) send(value);
  }
  function send(value: Json | null) {
    change.mutate(
      { key: kind.key, value, baseVersion: setting.version },
      {
        onSuccess: () => {
          announce(t(value === null ? "removed" : "saved"));
          onClose();
        },
      },
    );
  }
  return (
    <form className={classes.form} onSubmit={save} aria-label={t(`kinds.${kind.id}`)} noValidate>
      <p className={classes.note}>{t(`help.${kind.id}`)}</p>
      {kind.fields.map(({ id, type }, index) => (
        <TextInput
          key={id}
          label={t(`fields.${id}`)}
          value={texts[id] ?? ""}
          autoFocus={index === 0}
          maxLength={80}
          leftSection={type === "money" ? "$" : undefined}
          inputMode={type === "text" ? undefined : "decimal"}
          error={problems[id]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setTexts((all) => ({ ...all, [id]: value }));
          }}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
        />
      ))}
      <ErrorNote error={change.error} />
      <div className={classes.row}>
        <Button type="submit" size="xs" loading={change.isPending}>
          {t("compare")}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        {setting.value !== null && (
          <Button size="xs" variant="subtle" onClick={() => send(null)}>
            {t("remove")}
          </Button>
        )}
      </div>
    </form>
  );
}

function textsOf(value: unknown, fields: readonly OwnField[]): Record<string, string> {
  const known = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return Object.fromEntries(fields.map(({ id }) => [id, known[id] === undefined ? "" : String(known[id])]));
}
