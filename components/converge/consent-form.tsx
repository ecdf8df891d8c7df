"use client";

import { Button, Checkbox, Radio, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useUnsent } from "@/lib/client/unsent/use-unsent";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { type ConsentChoice, type ConsentView, consentChoiceSchema } from "@/lib/domain/workshop/schema";
import classes from "./converge.module.css";

type Props = { worksheetId: string; roundId: string; own: ConsentView | undefined };
type Typed = { choice: ConsentChoice | null; text: string; remedy: string };

/** One's own choice. An objection names the harm and what would make it safe, because it is meant to improve the proposal. */
export function ConsentForm({ worksheetId, roundId, own }: Props) {
  const t = useTranslations("converge.consent");
  const act = useWorkshopAct(worksheetId);
  const { typed, type, forgetAfter } = useUnsent<Typed>({
    worksheetId,
    form: `consent/${roundId}`,
    empty: { choice: own?.choice ?? null, text: own?.text ?? "", remedy: own?.remedy ?? "" },
  });
  const { choice, text, remedy } = typed;
  const [isTried, setIsTried] = useState(false);
  const needsText = choice === "concern" || choice === "object";
  const isMissing = (value: string, isNeeded: boolean) => isTried && isNeeded && value.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (choice === null || (needsText && text.trim() === "") || (choice === "object" && remedy.trim() === "")) return;
    const body = { choice, text: needsText ? text : "", remedy: choice === "object" ? remedy : "" };
    forgetAfter(act.mutateAsync({ path: `consent-rounds/${roundId}/choice`, body }));
  };
  return (
    <form className={classes.stack} onSubmit={submit} noValidate>
      <Radio.Group label={t("open")} value={choice} onChange={(next) => type({ choice: consentChoiceSchema.parse(next) })}>
        <div className={classes.choices}>
          {consentChoiceSchema.options.map((option) => (
            <Radio key={option} value={option} label={t(option)} />
          ))}
        </div>
      </Radio.Group>
      {needsText ? (
        <Textarea
          label={t(choice === "object" ? "harm" : "concernText")}
          value={text}
          maxLength={TEXT_LIMITS.note}
          autosize
          onChange={(event) => type({ text: event.currentTarget.value })}
          error={isMissing(text, true) && t("missing")}
        />
      ) : null}
      {choice === "object" ? (
        <Textarea
          label={t("remedy")}
          value={remedy}
          maxLength={TEXT_LIMITS.note}
          autosize
          onChange={(event) => type({ remedy: event.currentTarget.value })}
          error={isMissing(remedy, true) && t("missing")}
        />
      ) : null}
      <ErrorNote error={act.error} />
      <div>
        <Button type="submit" disabled={choice === null} loading={act.isPending}>
          {t("send")}
        </Button>
      </div>
      {own ? (
        <p className="small" role="status">
          {t("sent")}
        </p>
      ) : null}
    </form>
  );
}

/** The objector's own words, which nobody else can write or change. */
export function CommitForm({ worksheetId, roundId, own }: Props & { own: ConsentView }) {
  const t = useTranslations("converge.consent");
  const act = useWorkshopAct(worksheetId);
  const { typed, type, forgetAfter } = useUnsent({
    worksheetId,
    form: `commitment/${roundId}`,
    empty: { text: own.text, condition: "", isNamed: true },
  });
  const { text, condition, isNamed } = typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "")
      forgetAfter(act.mutateAsync({ path: `consent-rounds/${roundId}/commitment`, body: { text, condition, isNamed } }));
  };
  return (
    <form className={classes.stack} onSubmit={submit} noValidate>
      <p>{t("commitAsk")}</p>
      <Textarea
        label={t("commitText")}
        value={text}
        maxLength={TEXT_LIMITS.note}
        autosize
        onChange={(event) => type({ text: event.currentTarget.value })}
        error={text.trim() === "" && t("missing")}
      />
      <Textarea
        label={t("commitCondition")}
        value={condition}
        maxLength={TEXT_LIMITS.note}
        autosize
        onChange={(event) => type({ condition: event.currentTarget.value })}
      />
      <Checkbox label={t("commitNamed")} checked={isNamed} onChange={(event) => type({ isNamed: event.currentTarget.checked })} />
      <ErrorNote error={act.error} />
      <div>
        <Button type="submit" loading={act.isPending}>
          {t("commit")}
        </Button>
      </div>
    </form>
  );
}
