"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { ValueInput } from "@/components/answers/value-input";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { useUnsent } from "@/lib/client/unsent/use-unsent";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { type FieldDef, fieldsOf } from "@/lib/domain/answers/fields";
import { QUESTION_IDS, type QuestionId, questionIdSchema } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./workshop.module.css";

/** For a room where somebody has no device: the facilitator types what they say, and it is marked as typed by them. */
export function SpokenAnswers({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("workshop.people");
  const workshop = useWorkshop(worksheet.id);
  const act = useWorkshopAct(worksheet.id);
  const [name, setName] = useState("");
  const own = (workshop?.proxies ?? []).filter((proxy) => proxy.isYours);
  const people = worksheet.members.filter((member) => own.some(({ memberId }) => memberId === member.id));
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    act.mutate({ method: "POST", path: "proxies", body: { name } }, { onSuccess: () => setName("") });
  };
  return (
    <div className={classes.fields}>
      <p className="small">{t("spokenHint")}</p>
      <form onSubmit={add} className={classes.acts}>
        <TextInput label={t("spokenName")} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" variant="default" loading={act.isPending}>
          {t("spokenAdd")}
        </Button>
      </form>
      <ErrorNote error={act.error} />
      {people.map((person) => (
        <details key={person.id}>
          <summary>{t("spokenAnswer", { name: person.name })}</summary>
          <PersonFields worksheet={worksheet} person={person} />
        </details>
      ))}
    </div>
  );
}

type Values = Record<string, { value: unknown; draft: string | null }>;

function PersonFields({ worksheet, person }: { worksheet: WorksheetView; person: { id: string; name: string } }) {
  const t = useTranslations();
  const id = useId();
  const [question, setQuestion] = useState<QuestionId>("workload");
  const { typed, type } = useUnsent<{ fields: Values }>({
    worksheetId: worksheet.id,
    form: `spoken/${person.id}`,
    empty: { fields: {} },
  });
  const act = useWorkshopAct(worksheet.id);
  const { round } = worksheet.questions[question];
  const saved = worksheet.answers.filter((answer) => answer.memberId === person.id && answer.round === round);
  const fields = fieldsOf(question).filter((field) => field.place === "first" && field.type !== "experience");
  const heldOf = (field: FieldDef) =>
    typed.fields[field.path] ?? { value: saved.find((answer) => answer.field === field.path)?.value ?? null, draft: null };
  const save = () => {
    const changed = fields.filter((field) => typed.fields[field.path] !== undefined && typed.fields[field.path]?.draft === null);
    const body = changed.map((field) => {
      const baseVersion = saved.find((answer) => answer.field === field.path)?.version ?? 0;
      return [field.path.slice(question.length + 1), { value: typed.fields[field.path]?.value ?? null, baseVersion }];
    });
    if (body.length === 0) return;
    act.mutate(
      { path: `members/${person.id}/answers/${question}`, body: { round, fields: Object.fromEntries(body) } },
      {
        onSuccess: () => {
          // What was typed for another question, or could not be read, still waits.
          const others = Object.entries(typed.fields).filter(([path]) => !changed.some((field) => field.path === path));
          type({ fields: Object.fromEntries(others) });
          announce(t("workshop.people.spokenSaved", { name: person.name }));
        },
      },
    );
  };
  return (
    <div className={classes.fields}>
      <NativeSelect
        label={t("workshop.people.spokenQuestion")}
        data={QUESTION_IDS.map((value) => ({ value, label: t(`common.questions.${value}`) }))}
        value={question}
        onChange={(event) => setQuestion(questionIdSchema.parse(event.currentTarget.value))}
      />
      {fields.map((field) => (
        <div key={field.path}>
          <label className={classes.label} id={`${id}-${field.path}-label`} htmlFor={`${id}-${field.path}`}>
            {t(`fields.${field.path}.label`)}
          </label>
          <ValueInput
            field={field}
            id={`${id}-${field.path}`}
            value={heldOf(field).value as never}
            draft={heldOf(field).draft}
            onChange={(value, draft) => type({ fields: { ...typed.fields, [field.path]: { value, draft } } })}
            aria-labelledby={`${id}-${field.path}-label`}
          />
        </div>
      ))}
      <ErrorNote error={act.error} />
      <div>
        <Button loading={act.isPending} onClick={save}>
          {t("workshop.people.spokenSave")}
        </Button>
      </div>
    </div>
  );
}
