"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { colourOf } from "@/components/charts/series-style";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { CostReply, PricedDesign } from "@/lib/domain/costs/schema";
import { LineTable } from "./line-table";
import classes from "./table.module.css";
import { Unbroken } from "./unbroken";
import { useCostWords } from "./use-cost-words";

/** What each design costs today and at each multiple, with its bill lines folded below. */
export const TotalsTable = memo(function TotalsTable({ reply, names }: { reply: CostReply; names: Record<string, string> }) {
  const { t, load, total } = useCostWords();
  const when = (times: number) => (times === 1 ? t("totals.today") : t("totals.times", { times }));
  const scenarios = reply.designs[0]?.monthly ?? [];
  return (
    <section>
      <h2 className={classes.heading}>{t("totals.title")}</h2>
      <ScrollRegion label={t("totals.title")}>
        <table className={classes.stacked}>
          <thead>
            <tr>
              <th scope="col">{t("totals.design")}</th>
              {scenarios.map((month) => (
                <th key={month.scenario} scope="col" className={classes.number}>
                  {when(month.scenario)}
                  <span className={classes.under}>{t("totals.load", { load: load(month.load) })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reply.designs.map((design) => (
              <tr key={design.id}>
                <th scope="row">
                  <Letter id={design.id} /> <Unbroken>{names[design.id] ?? design.id}</Unbroken>
                  <Limit design={design} />
                  <TermsNote terms={design.terms} />
                </th>
                {design.monthly.map((month) => (
                  <td
                    key={month.scenario}
                    className={classes.number}
                    data-muted={!month.feasible}
                    data-label={`${when(month.scenario)}, ${t("totals.load", { load: load(month.load) })}`}
                  >
                    {total(month)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className={classes.folds}>
        {reply.designs
          .filter(({ monthly }) => monthly.some(({ lines }) => lines.length > 0))
          .map((design) => (
            <details key={design.id} className={classes.fold}>
              <summary>{t("totals.lines", { name: `${design.id} · ${names[design.id] ?? design.id}` })}</summary>
              <LineTable design={design} />
            </details>
          ))}
      </div>
    </section>
  );
});

function Limit({ design }: { design: PricedDesign }) {
  const { t, load, dimension } = useCostWords();
  if (design.bindingDimension === null || design.carriesUpTo === null) return null;
  return (
    <span className={classes.under}>
      {t("totals.upTo", { load: load(design.carriesUpTo), dimension: dimension(design.bindingDimension) })}
    </span>
  );
}

function TermsNote({ terms: { freeTier, commitment } }: Pick<PricedDesign, "terms">) {
  const t = useTranslations("costsheet.terms");
  const notes = [
    ...(freeTier ? [t("freeTierOn")] : []),
    ...(commitment ? [t("committed", { share: commitment.discountShare, months: commitment.termMonths })] : []),
  ];
  return notes.length > 0 && <span className={classes.under}>{notes.join(", ")}</span>;
}

function Letter({ id }: { id: string }) {
  return (
    <span className={classes.letter} style={{ borderColor: colourOf(id) }}>
      {id}
    </span>
  );
}
