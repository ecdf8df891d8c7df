"use client";

import { Button, Radio, TextInput } from "@mantine/core";
import dynamic from "next/dynamic";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { ValueInput } from "@/components/answers/value-input";
import type { PositionDraft } from "@/lib/client/positions/mutations";
import { useUnsent } from "@/lib/client/unsent/use-unsent";
import { proposePosition } from "@/lib/domain/disagreement/proposal";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { type PositionView, type Reached, reachedSchema } from "@/lib/domain/worksheet/schema";
import classes from "./converge-panel.module.css";
import { useDifferences } from "./differences-context";
import { ProposalWords } from "./proposal-words";
import { SaveFault } from "./save-fault";
import { useRecordPosition } from "./use-record-position";
import { useWords } from "./use-words";

// The engine comes along, which nobody needs before a form is open.
const Consequence = dynamic(() => import("./consequence").then((module) => module.Consequence), { ssr: false });

type Props = { field: WorksheetField; position: PositionView | undefined; onDone: () => void };
type Typed = { value: PositionDraft["value"]; draft: string | null; reached: Reached | null; reason: string };

/** Records the team's answer. The value starts at what is recorded or proposed; how it was reached is never assumed. */
export function PositionForm({ field, position, onDone }: Props) {
  const t = useTranslations("differences.converge");
  const words = useWords();
  const id = useId();
  const [proposal] = useState(() => proposePosition({ field: field.def, answers: field.answers }));
  const { worksheetId } = useDifferences();
  const { typed, type, forget } = useUnsent<Typed>({
    worksheetId,
    form: `position/${field.field}`,
    empty: {
      value: position?.value ?? proposal.value,
      draft: null,
      reached: position?.reached ?? null,
      reason: position?.reason ?? "",
    },
  });
  const { value, draft, reached, reason } = typed;
  const [missing, setMissing] = useState<"value" | "reached" | null>(null);
  const leave = () => {
    forget();
    onDone();
  };
  const record = useRecordPosition({ field, position, proposal, onDone: leave });

  const save = (chosen: PositionDraft["value"]) => {
    setMissing(reached === null ? "reached" : null);
    if (reached !== null) record.save({ value: chosen, reached, reason });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value === null) setMissing("value");
    else save(value);
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <ProposalWords field={field} proposal={proposal} />
      <div>
        <label className={classes.label} id={`${id}-label`} htmlFor={id}>
          {t("value", { field: words.label(field.def) })}
        </label>
        <ValueInput
          field={field.def}
          id={id}
          value={value}
          draft={draft}
          onChange={(next, words) => type({ value: next, draft: words })}
          aria-labelledby={`${id}-label`}
        />
        {value === null ? null : <Consequence field={field} value={value} />}
        {missing === "value" ? (
          <p className={classes.error} role="alert">
            {t("valueMissing")}
          </p>
        ) : null}
      </div>
      <Radio.Group
        label={t("reached")}
        value={reached}
        onChange={(next) => type({ reached: reachedSchema.parse(next) })}
        error={missing === "reached" ? t("reachedMissing") : undefined}
      >
        <div className={classes.reached}>
          {reachedSchema.options.map((option) => (
            <Radio key={option} value={option} classNames={{ radio: classes.radio }} label={t(`reachedOptions.${option}`)} />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={t("reason")}
        description={t("reasonHint")}
        value={reason}
        maxLength={TEXT_LIMITS.reason}
        onChange={(event) => type({ reason: event.currentTarget.value })}
      />
      <SaveFault field={field} record={record} />
      <div className={classes.buttons}>
        <Button type="submit" loading={record.isSaving}>
          {t("save")}
        </Button>
        <Button variant="default" disabled={record.isSaving} onClick={() => save(null)}>
          {t("saveUnknown")}
        </Button>
        <Button variant="subtle" disabled={record.isSaving} onClick={leave}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
