"use client";

import { NativeSelect } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { DOCUMENT_TEMPLATES } from "@/lib/domain/templates/document-templates";
import { type Template, type TemplateId, type TemplateValue, templateIdSchema } from "@/lib/domain/templates/schema";
import { SITUATION_TEMPLATES } from "@/lib/domain/templates/situations";
import { findTemplate } from "@/lib/domain/templates/templates";
import classes from "./template-choice.module.css";

type Props = { value: TemplateId | null; onChange: (template: TemplateId | null) => void };

/** What a worksheet starts from, and all that the choice would fill, before anything is made. */
export function TemplateChoice({ value, onChange }: Props) {
  const t = useTranslations("templates");
  const options = (templates: readonly Template[]) => templates.map(({ id }) => ({ value: id, label: t(`${id}.name`) }));
  const template = findTemplate(value);
  return (
    <div className={classes.choice}>
      <NativeSelect
        label={t("choose")}
        value={value ?? ""}
        data={[
          { value: "", label: t("none") },
          { group: t("situations"), items: options(SITUATION_TEMPLATES) },
          { group: t("documents"), items: options(DOCUMENT_TEMPLATES) },
        ]}
        onChange={(event) => onChange(templateIdSchema.safeParse(event.currentTarget.value).data ?? null)}
      />
      {template !== null && <TemplateWords template={template} />}
    </div>
  );
}

function TemplateWords({ template }: { template: Template }) {
  const t = useTranslations();
  return (
    <div className={classes.words} aria-live="polite">
      <p>{t(`templates.${template.id}.about`)}</p>
      <p className="small">{t("templates.fills", { frame: template.frame.length, suggestions: template.suggestions.length })}</p>
      <details className={classes.details}>
        <summary>{t("templates.show")}</summary>
        <Values template={template} title={t("templates.frame")} values={template.frame} />
        <Values template={template} title={t("templates.suggested")} values={template.suggestions} />
        <h3>{t("templates.asks")}</h3>
        <ul>
          {template.asks.map((path) => (
            <li key={path}>{t(`fields.${path}.label`)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Values({ template, title, values }: { template: Template; title: string; values: readonly TemplateValue[] }) {
  const t = useTranslations();
  const format = useFormatter();
  if (values.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {values.map(({ path, value, said, basis }) => (
          <li key={path}>
            <b>{t(`fields.${path}.label`)}</b> {words(path, value)}{" "}
            <span className="small">
              {t(`templates.${template.id}.said.${said}`)} ({t(`fields.basis.${basis}`)})
            </span>
          </li>
        ))}
      </ul>
    </>
  );

  function words(path: string, value: unknown): string {
    const one = (item: unknown) => {
      const key = `fields.${path}.options.${String(item)}`;
      if (t.has(key)) return t(key);
      return typeof item === "number" ? format.number(item) : String(item);
    };
    return Array.isArray(value) ? format.list(value.map(one), { type: "unit" }) : one(value);
  }
}
