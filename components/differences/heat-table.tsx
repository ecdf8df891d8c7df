"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import classes from "@/components/converge/converge.module.css";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { toCsv } from "@/lib/domain/csv";
import { proposePosition } from "@/lib/domain/disagreement/proposal";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import { closenessOf } from "@/lib/domain/workshop/closeness";
import { useDifferences } from "./differences-context";
import { useWords } from "./use-words";

type Cell = { field: WorksheetField; closeness: ReturnType<typeof closenessOf>; said: string };

/** Members by fields: each cell says in a word how close somebody is to the team's answer, and what they said. */
export function HeatTable({ fields, memberIds }: { fields: readonly WorksheetField[]; memberIds: readonly string[] }) {
  const t = useTranslations("converge.heat");
  const words = useWords();
  const captionId = useId();
  const { person, position } = useDifferences();
  const cell = (field: WorksheetField, memberId: string): Cell => {
    const answer = field.answers.find((one) => one.memberId === memberId);
    const team = position(field.field)?.value ?? proposePosition({ field: field.def, answers: field.answers }).value;
    const said = answer && !answer.unknown && answer.value !== null ? words.value(field.def, answer.value) : "";
    return { field, closeness: closenessOf({ field: field.def, answer, team }), said };
  };
  const rows = memberIds.map((id) => ({ id, name: person(id).name, cells: fields.map((field) => cell(field, id)) }));
  const csv = toCsv([
    [t("person"), ...fields.map((field) => words.label(field.def))],
    ...rows.map(({ name, cells }) => [name, ...cells.map(({ closeness, said }) => `${t(closeness)} ${said}`.trim())]),
  ]);
  return (
    <figure>
      <figcaption id={captionId} className={classes.heatCaption}>
        {t("caption")}
      </figcaption>
      <ScrollRegion label={t("region")} className={classes.scroll}>
        <table className={classes.heat} aria-labelledby={captionId}>
          <thead>
            <tr>
              <th scope="col">{t("person")}</th>
              {fields.map((field) => (
                <th key={field.field} scope="col">
                  {words.label(field.def)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, cells }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {cells.map(({ field, closeness, said }) => (
                  <td key={field.field} data-closeness={closeness}>
                    {t(closeness)}
                    {said === "" ? null : <small>{said}</small>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`} download="who-with-whom.csv" className="small">
        {t("csv")}
      </a>
    </figure>
  );
}
