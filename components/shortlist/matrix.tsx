"use client";

import { Button, Checkbox, TextInput } from "@mantine/core";
import { Fragment, useDeferredValue, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { downloadText } from "@/lib/client/download-text";
import { type Matrix as MatrixData, matrixOf } from "@/lib/client/shortlist/matrix";
import { toCsv } from "@/lib/domain/csv";
import classes from "./matrix.module.css";
import { CELLS, SYMBOLS } from "./matrix-symbols";
import { MatrixTable } from "./matrix-table";
import { useShortlist } from "./shortlist-context";

/** Every candidate against every rule, as a table that can be read, filtered, walked by keyboard and taken along. */
export function Matrix() {
  const t = useTranslations("candidates.matrix");
  const shortlist = useTranslations("shortlist");
  const { evaluation, words } = useShortlist();
  const [filter, setFilter] = useState("");
  const [isAll, setAll] = useState(false);
  const wanted = useDeferredValue(filter).trim().toLowerCase();
  const matrix = useMemo(() => matrixOf(evaluation.candidates, { filter: wanted, onlyDeciding: !isAll }), [evaluation, wanted, isAll]);
  return (
    <>
      <h1 className="find">{t("finding", { rows: matrix.rows.length, rules: matrix.rules.length })}</h1>
      <div className={`${classes.tools} no-print`}>
        <TextInput
          type="search"
          label={t("filter")}
          description={t("filterHint")}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Checkbox label={t("all")} checked={isAll} onChange={(event) => setAll(event.currentTarget.checked)} />
        <Button variant="default" onClick={() => downloadText("candidates-by-rules.csv", csvOf(matrix), "text/csv")}>
          {t("csv")}
        </Button>
      </div>
      <ul className={classes.legend} aria-label={t("legend")}>
        {CELLS.map((cell) => (
          <li key={cell}>
            <span aria-hidden>{SYMBOLS[cell]}</span> {t(`cell.${cell}`)}
          </li>
        ))}
        <li>{t("empty")}</li>
      </ul>
      <MatrixTable matrix={matrix} />
      <details className={classes.sentences}>
        <summary>{t("sentences", { n: matrix.rules.length })}</summary>
        <dl>
          {matrix.rules.map(({ id }) => (
            <Fragment key={id}>
              <dt className="rule-id">{id}</dt>
              <dd>{words.say({ id: `rules.${id}.sentence`, params: {} })}</dd>
            </Fragment>
          ))}
        </dl>
      </details>
    </>
  );

  function csvOf({ rules, rows }: MatrixData): string {
    const head = [shortlist("table.name"), shortlist("table.status"), ...rules.map(({ id }) => id)];
    const lines = rows.map(({ candidate, cells }) => [
      candidate.name,
      shortlist(`status.${candidate.status}`),
      ...cells.map((cell) => (cell === null ? null : t(`cell.${cell}`))),
    ]);
    return toCsv([head, ...lines]);
  }
}
