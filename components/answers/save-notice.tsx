"use client";

import { useTranslations } from "use-intl";
import type { AnswerForm } from "@/lib/client/answers/use-answer-form";
import { saveStatus, waitingCount } from "@/lib/domain/answers/outbox-status";
import classes from "./held-notice.module.css";

/** Says what is safe when saving is in trouble for longer than a moment. The header has the one-word state. */
export function SaveNotice({ form }: { form: AnswerForm }) {
  const t = useTranslations("answers.notice");
  const { state, isDurable } = form;
  const status = saveStatus(state);
  const isTrouble = status === "offline" || (status === "failed" && state.attempts > 1);
  return (
    <div role="status">
      {state.blocked && note(t(state.blocked))}
      {isTrouble && note(t(status, { count: waitingCount(state) }))}
      {!isDurable && <div className={classes.notice}>{t("memory")}</div>}
    </div>
  );

  function note(text: string) {
    return (
      <div className={classes.notice}>
        <p>{text}</p>
        <div className={classes.actions}>
          <button type="button" className={classes.button} onClick={() => void form.outbox.retry()}>
            {t("retry")}
          </button>
        </div>
      </div>
    );
  }
}
