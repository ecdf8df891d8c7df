"use client";

import { useTranslations } from "use-intl";
import type { AnswerForm } from "@/lib/client/answers/use-answer-form";
import type { FieldDef } from "@/lib/domain/answers/fields";
import classes from "./held-notice.module.css";
import { useAnswerText } from "./use-answer-text";

type Props = { form: AnswerForm; fieldKey: string; field: FieldDef };

/** What the server did not take for one field: both values of a conflict, the offer of a second round, or what to do. */
export function HeldNotice({ form, fieldKey, field }: Props) {
  const t = useTranslations("answers.held");
  const textOf = useAnswerText();
  const held = form.state.entries[fieldKey]?.held;
  if (!held) return null;
  const { edit, theirs, why, detail } = held;
  return (
    <div className={classes.notice} role="alert" data-testid={`held-${fieldKey}`}>
      <p>{why === "invalid" && detail ? t("invalidWhy", { why: detail }) : t(why)}</p>
      {why === "conflict" && (
        <dl className={classes.both}>
          <div>
            <dt>{t("mine")}</dt>
            <dd>{textOf(field, edit.answer)}</dd>
          </div>
          <div>
            <dt>{t("theirs")}</dt>
            <dd>{textOf(field, { value: theirs?.value ?? null, isUnknown: theirs?.unknown ?? false })}</dd>
          </div>
        </dl>
      )}
      <div className={classes.actions}>
        {why === "conflict" && button(t("keepMine"), send)}
        {why === "conflict" && button(t("takeTheirs"), drop)}
        {why === "round_closed" && button(t("addSecond"), send)}
        {why === "round_closed" && button(t("drop"), drop)}
        {why === "frozen" && button(t("retry"), send)}
      </div>
    </div>
  );

  function send() {
    void form.outbox.resolve(fieldKey, "send");
  }

  function drop() {
    form.takeBack(fieldKey);
  }
}

function button(label: string, onClick: () => void) {
  return (
    <button type="button" className={classes.button} onClick={onClick}>
      {label}
    </button>
  );
}
