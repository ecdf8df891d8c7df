"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import { ConvergePanel } from "./converge-panel";
import { useDifferences } from "./differences-context";
import classes from "./field-rows.module.css";
import { useWords } from "./use-words";

/** A folded list of fields that need no talk of their own: agreed, heard from one, known by nobody. */
export function FieldRows({ title, fields, children }: { title: string; fields: readonly WorksheetField[]; children?: ReactNode }) {
  if (fields.length === 0) return null;
  return (
    <details className={classes.group}>
      <summary className={classes.summary}>{title}</summary>
      {children}
      <FieldList fields={fields} />
    </details>
  );
}

export function FieldList({ fields }: { fields: readonly WorksheetField[] }) {
  return (
    <ul className={classes.rows}>
      {fields.map((field) => (
        <FieldRow key={field.field} field={field} />
      ))}
    </ul>
  );
}

function FieldRow({ field }: { field: WorksheetField }) {
  const t = useTranslations("differences");
  const words = useWords();
  return (
    <li className={classes.row} data-testid={`row-${field.field}`}>
      <p className={classes.label}>{words.label(field.def)}</p>
      <ConvergePanel field={field}>
        <p>
          <Said field={field} />
          {field.agreed && field.isGuess ? <span className={classes.guess}>{t("agreed.guess")}</span> : null}
        </p>
      </ConvergePanel>
    </li>
  );
}

function Said({ field }: { field: WorksheetField }) {
  const t = useTranslations("differences");
  const words = useWords();
  const { person } = useDifferences();
  const known = field.answers.filter((answer) => field.camps.some((camp) => camp.memberIds.includes(answer.memberId)));
  const [only] = known;
  if (field.n === 0) {
    return (
      <span className={classes.who}>
        {words.names(field.answers.map((answer) => answer.memberId))}: {t("answers.unknown")}
      </span>
    );
  }
  if (field.n === 1 && only) {
    return (
      <>
        <b className={classes.value}>{words.value(field.def, only.value)}</b>{" "}
        <span className={classes.who}>{person(only.memberId).name}</span>
        {only.reason ? <q className={classes.reason}>{only.reason}</q> : null}
      </>
    );
  }
  const hasRange = field.low !== null && field.low !== field.high;
  const value = hasRange && field.detail ? words.message(field.def, field.detail) : words.value(field.def, only?.value ?? []);
  return <b className={classes.value}>{value}</b>;
}
