"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useEngineWords } from "@/components/shortlist/use-engine-words";
import { ErrorNote } from "@/components/ui/error-note";
import { useMark, useUnmark } from "@/lib/client/decision/desk-mutations";
import { deskQueries } from "@/lib/client/decision/desk-queries";
import { conditionKey, conditionsOf } from "@/lib/domain/decision/conditions";
import type { SectionTexts } from "./decision-screen";
import classes from "./desk.module.css";
import { useChosen } from "./use-chosen";

type Props = { worksheetId: string; texts: SectionTexts; canWrite: boolean };

/** The conditions under which the choice fits. Each is accepted by name before the decision can be frozen. */
export function ConditionList({ worksheetId, texts, canWrite }: Props) {
  const t = useTranslations("decision.conditions");
  const { evaluation, chosen, name } = useChosen(worksheetId, texts);
  const { data: desk } = useQuery(deskQueries.desk(worksheetId));
  const words = useEngineWords((id) => evaluation?.candidates.find((one) => one.id === id)?.name ?? id);
  const mark = useMark(worksheetId);
  const unmark = useUnmark(worksheetId);
  const conditions = evaluation === undefined || desk === undefined ? [] : conditionsOf(evaluation, chosen);
  if (chosen === null || conditions.length === 0) return null;
  return (
    <section id="conditions" className={classes.part} aria-labelledby="conditions-heading">
      <h2 id="conditions-heading" className={classes.heading}>
        {t("heading", { name })}
      </h2>
      <p className="small">{t("hint")}</p>
      <ul className={classes.list}>
        {conditions.map((rule) => {
          const key = conditionKey(chosen, rule.id);
          const accepted = desk?.marks.find((one) => one.kind === "condition" && one.key === key);
          return (
            <li key={rule.id} className={classes.item}>
              <span>
                {words.say(rule.text)} <span className="tiny">{rule.id}</span>
                {accepted && <span className={classes.done}>{t("accepted", { name: accepted.by })}</span>}
              </span>
              {canWrite && accepted === undefined && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t("acceptOne", { condition: words.say(rule.text) })}
                  onClick={() => mark.mutate({ kind: "condition", key, text: "", data: {} })}
                >
                  {t("accept")}
                </Button>
              )}
              {canWrite && accepted && (
                <Button size="compact-sm" variant="subtle" onClick={() => unmark.mutate({ kind: "condition", key })}>
                  {t("takeBack")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <ErrorNote error={mark.error ?? unmark.error} />
    </section>
  );
}
