"use client";

import { Button, NativeSelect } from "@mantine/core";
import Link from "next/link";
import { useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { WHAT_IF_FIELDS, type WhatIfChange, whatIfFrom } from "@/lib/client/shortlist/what-if";
import { effectiveAnswers } from "@/lib/domain/disagreement/team-answers";
import { answerAt } from "@/lib/domain/engine/answer-path";
import { familyOf } from "@/lib/domain/engine/facts";
import { routes } from "@/lib/routes";
import { useShortlist } from "./shortlist-context";
import classes from "./what-if.module.css";
import { WhatIfField } from "./what-if-field";
import { WhatIfPropose } from "./what-if-propose";
import { useWhatIfSummary, WhatIfResult } from "./what-if-result";

/** Change an answer and watch the list: worked out in this browser, sent nowhere, gone when you leave. */
export function WhatIf() {
  const t = useTranslations("candidates.whatIf");
  const { view, handwork, words } = useShortlist();
  const [changes, setChanges] = useState<WhatIfChange[]>([]);
  const picker = useRef<HTMLSelectElement>(null);
  const base = useMemo(() => {
    const { custom, overrides } = handwork;
    const answers = effectiveAnswers({ frame: view.frame, positions: view.positions, answers: view.answers, familyOf });
    return { answers, custom: custom.map(({ system }) => system), overrides, today: new Date().toISOString().slice(0, 10) };
  }, [view, handwork]);
  const listWith = useMemo(() => whatIfFrom(base), [base]);
  const result = useMemo(() => listWith(changes), [listWith, changes]);
  const isChanged = (path: string) => changes.some(({ field }) => field === path);
  const set = (field: string, to: WhatIfChange["to"]) =>
    setChanges((all) => all.map((change) => (change.field === field ? { field, to } : change)));

  const remove = (field: string) => setChanges((all) => all.filter((change) => change.field !== field));
  const isMoved = ({ field, to }: WhatIfChange) => JSON.stringify(to) !== JSON.stringify(standing(field));
  // One question at a time waits for its other answer: arrow keys walk through the list of questions, and each is a choice.
  const fresh = changes.find((change) => !isMoved(change))?.field ?? "";
  const pick = (field: string) => setChanges((all) => [...(field === "" ? [] : [{ field, to: standing(field) }]), ...all.filter(isMoved)]);
  const effect = useWhatIfSummary(result, changes.some(isMoved));

  return (
    <>
      <h1 className="find">{t("finding")}</h1>
      <div className={classes.banner} role="note">
        <b>{t("banner")}</b> {t("bannerBody")}
      </div>
      <div className={classes.two}>
        <section aria-labelledby="what-if-answers">
          <h2 id="what-if-answers">{t("answers")}</h2>
          <NativeSelect ref={picker} label={t("pick")} value={fresh} onChange={(event) => pick(event.currentTarget.value)}>
            <option value="">{t("choose")}</option>
            {WHAT_IF_FIELDS.filter(({ path }) => path === fresh || !isChanged(path)).map(({ path }) => (
              <option key={path} value={path}>
                {words.field(path)}
              </option>
            ))}
          </NativeSelect>
          {changes.map(({ field, to }) => (
            <WhatIfField
              key={field}
              path={field}
              from={standing(field)}
              value={to}
              onChange={(next) => set(field, next)}
              onReset={() => {
                remove(field);
                picker.current?.focus();
              }}
            >
              {isMoved({ field, to }) && <WhatIfPropose change={{ field, to }} effect={effect} onRecorded={() => remove(field)} />}
            </WhatIfField>
          ))}
          {changes.length > 0 && (
            <div className={classes.buttons}>
              <Button
                variant="default"
                onClick={() => {
                  setChanges([]);
                  picker.current?.focus();
                }}
              >
                {t("reset")}
              </Button>
              <Link href={routes.differences(view.id)}>{t("record")}</Link>
            </div>
          )}
        </section>
        <WhatIfResult result={result} summary={effect} />
      </div>
    </>
  );

  function standing(path: string): WhatIfChange["to"] {
    return answerAt(base.answers, path) ?? null;
  }
}
