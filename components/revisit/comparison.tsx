"use client";

import { useFormatter, useTranslations } from "use-intl";
import table from "@/components/ui/data-table.module.css";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { TableHead } from "@/components/ui/table-head";
import { useDesignWord } from "@/lib/client/costs/design-word";
import type { ReviewResult, ReviewRow } from "@/lib/domain/review/schema";
import { Ahead } from "./ahead";
import { ListChange } from "./list-change";
import classes from "./revisit.module.css";
import { Spark } from "./spark";
import { useMetricWords } from "./use-metric-words";

/** What the numbers say: each against its estimate, the way ahead, the list, the costs, and how good the estimates were. */
export function Comparison({ result }: { result: ReviewResult }) {
  return (
    <>
      <Rows rows={result.rows} months={result.months} />
      <ListChange list={result.list} versions={result.versions} />
      <Ahead result={result} />
      <Costs costs={result.costs} />
      <CalibrationNote result={result} />
    </>
  );
}

const SYMBOLS = { on_track: "✓", inside_someones: "◐", nobody_expected: "!", unknown: "?" } as const;

function Rows({ rows, months }: { rows: readonly ReviewRow[]; months: number }) {
  const t = useTranslations("revisit");
  const words = useMetricWords();
  const ratioWords = (ratio: number) => {
    if (ratio >= 0.91 && ratio <= 1.1) return t("ratio.same");
    if (ratio > 1) return t("ratio.more", { times: words.times(ratio) });
    return ratio === 0 ? "0" : t("ratio.less", { times: words.times(1 / ratio) });
  };
  return (
    <section aria-labelledby="rows-title">
      <h2 id="rows-title" className={classes.heading}>
        {t("rows.title")}
      </h2>
      <ScrollRegion label={t("rows.caption")}>
        <table className={table.table}>
          <caption className="small">{t("rows.caption")}</caption>
          <TableHead columns={["metric", "expected", "actual", "ratio", "verdict"]} word={(column) => t(`rows.${column}`)} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.metric}>
                <th scope="row">{words.name(row.metric)}</th>
                <td>
                  {row.expected ? bandWords(row, row.expected) : t("rows.none")}
                  <Spark row={row} month={months} />
                </td>
                <td>{row.actual === null ? t("rows.notGiven") : words.amount(row.metric, row.actual)}</td>
                <td>{row.ratio === null ? "–" : ratioWords(row.ratio)}</td>
                <td className={classes.verdict}>
                  <span aria-hidden="true">{SYMBOLS[row.verdict]}</span> {t(`verdict.${row.verdict}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );

  function bandWords({ metric }: ReviewRow, { low, mid, high }: NonNullable<ReviewRow["expected"]>) {
    return t("rows.band", { mid: words.about(metric, mid), low: words.bound(low), high: words.bound(high) });
  }
}

function Costs({ costs }: { costs: ReviewResult["costs"] }) {
  const t = useTranslations("revisit.costs");
  const format = useFormatter();
  const word = useDesignWord();
  if (costs.length === 0) return null;
  const dollars = (amount: string | null, isComplete: boolean) => {
    if (amount === null) return t("unknown");
    const text = format.number(Number(amount), { style: "currency", currency: "USD", maximumFractionDigits: 0 });
    return isComplete ? text : t("atLeast", { amount: text });
  };
  return (
    <section aria-labelledby="costs-title">
      <h2 id="costs-title" className={classes.heading}>
        {t("title")}
      </h2>
      <ScrollRegion label={t("caption")}>
        <table className={table.table}>
          <caption className="small">{t("caption")}</caption>
          <TableHead columns={["design", "then", "now"]} word={t} />
          <tbody>
            {costs.map(({ id, name, before, after, isComplete }) => (
              <tr key={id}>
                <th scope="row">{word(id) ?? name}</th>
                <td>{dollars(before, isComplete)}</td>
                <td>{dollars(after, isComplete)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="small">{t("source")}</p>
    </section>
  );
}

function CalibrationNote({ result }: { result: ReviewResult }) {
  const t = useTranslations("revisit.calibration");
  const words = useMetricWords();
  const { compared, inside, ratio } = result.calibration;
  if (compared === 0) return null;
  const typically = (off: number) => {
    if (off >= 0.91 && off <= 1.1) return t("right");
    return off > 1 ? t("low", { times: words.times(off) }) : t("high", { times: words.times(1 / off) });
  };
  return (
    <section aria-labelledby="calibration-title">
      <h2 id="calibration-title" className={classes.heading}>
        {t("title")}
      </h2>
      <p>
        {t("inside", { inside, compared })} {ratio === null ? "" : typically(ratio)}
      </p>
    </section>
  );
}
