"use client";

import { useTranslations } from "use-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { readableAnswers } from "@/lib/domain/disagreement/given-answers";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import { useDifferences } from "./differences-context";
import classes from "./differences-screen.module.css";
import { useWords } from "./use-words";

/** Lists in people's own words, and the grid of what each has run: one does not differ in these, one adds. */
export function CollectedAnswers({ fields }: { fields: readonly WorksheetField[] }) {
  const t = useTranslations("differences.collected");
  if (fields.length === 0) return null;
  return (
    <details className={classes.collected}>
      <summary className={classes.summary}>{t("title")}</summary>
      {fields.map((field) =>
        field.def.type === "experience" ? <Experience key={field.field} field={field} /> : <Lines key={field.field} field={field} />,
      )}
    </details>
  );
}

function Lines({ field }: { field: WorksheetField }) {
  const words = useWords();
  return (
    <div className={classes.lines}>
      <p>{words.label(field.def)}</p>
      <ul>
        {field.camps.map((camp) => (
          <li key={camp.value}>
            {camp.value} <span className="small">{words.names(camp.memberIds)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Experience({ field }: { field: WorksheetField }) {
  const t = useTranslations();
  const words = useWords();
  const { person } = useDifferences();
  const answers = readableAnswers(field.def, field.answers);
  const levelOf = (value: unknown, family: string) => (value as Record<string, string>)[family];
  return (
    <ScrollRegion label={t("differences.collected.experienceTitle")} className={classes.scroll}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t("differences.collected.experienceTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("differences.collected.family")}</th>
            {answers.map((answer) => (
              <th key={answer.memberId} scope="col">
                {person(answer.memberId).name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {field.camps.map(({ value: family }) => (
            <tr key={family}>
              <th scope="row">{words.family(String(family))}</th>
              {answers.map((answer) => {
                const level = levelOf(answer.value, String(family));
                return (
                  <td key={answer.memberId} data-level={level}>
                    {level ? t(`fields.experience.${level}`) : t("differences.collected.blank")}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
