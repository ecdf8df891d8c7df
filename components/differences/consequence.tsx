"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { handworkQueries } from "@/lib/client/shortlist/queries";
import { WHAT_IF_FIELDS, type WhatIfChange, whatIfFrom } from "@/lib/client/shortlist/what-if";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { effectiveAnswers } from "@/lib/domain/disagreement/team-answers";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import { familyOf } from "@/lib/domain/engine/facts";
import classes from "./converge-panel.module.css";
import { useDifferences } from "./differences-context";
import { changeKind } from "./use-list-words";
import { useWords } from "./use-words";

type Props = { field: WorksheetField; value: WhatIfChange["to"] };

/** What the answer would do to the shortlist, before it is recorded. Nothing while other questions are hidden, as the list is then. */
export function Consequence({ field, value }: Props) {
  const t = useTranslations("differences");
  const format = useFormatter();
  const words = useWords();
  const { worksheetId } = useDifferences();
  const view = useWorksheet(worksheetId);
  const { data: handwork } = useQuery({ ...handworkQueries.detail(worksheetId), enabled: view.isRevealed });
  const listWith = useMemo(() => {
    if (!handwork) return null;
    const answers = effectiveAnswers({ frame: view.frame, positions: view.positions, answers: view.answers, familyOf });
    const custom = handwork.custom.map(({ system }) => system);
    return whatIfFrom({ answers, custom, overrides: handwork.overrides, today: new Date().toISOString().slice(0, 10) });
  }, [view, handwork]);
  const path = field.field;
  const result = useMemo(
    () => (listWith && WHAT_IF_FIELDS.some((one) => one.path === path) ? listWith([{ field: path, to: value }]) : null),
    [listWith, path, value],
  );
  if (result === null) return null;
  const { list, added, gone } = result;
  const names = (lines: readonly { name: string }[]) => format.list(lines.map(({ name }) => name));
  const come = list.filter(({ id }) => added.includes(id));
  const change = { gone: names(gone), goneCount: gone.length, come: names(come), comeCount: come.length };
  return (
    <p className={classes.consequence} role="status">
      {t.rich(`consequence.${list.length === 0 ? "nothing" : "list"}`, {
        value: words.value(field.def, value),
        list: names(list),
        b: (chunks) => <b>{chunks}</b>,
      })}{" "}
      {come.length + gone.length === 0 ? t("consequence.same") : t(`why.change.${changeKind(change)}`, change)}
    </p>
  );
}
