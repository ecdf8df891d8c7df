"use client";

import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { MonthsPath } from "@/lib/domain/charts/months-plot";
import type { OverTime } from "@/lib/domain/costs/growth-schema";
import classes from "./table.module.css";
import { Unbroken } from "./unbroken";
import { useCostWords } from "./use-cost-words";

const EVERY = 6;

type Props = { overTime: OverTime; paths: MonthsPath[]; drawn: string[]; names: Record<string, string> };

/** The small multiples as a table: each path every half year, with the load it has then, and what the horizon sums up to. */
export function MonthsTable({ overTime, paths, drawn, names }: Props) {
  const t = useTranslations("costsheet.months");
  const { money, load } = useCostWords();
  const isOpen = (id: string) => overTime.incomplete.includes(id);
  const cost = (value: string | null | undefined, id: string) => {
    if (value === null || value === undefined) return t("ended");
    return isOpen(id) ? t("atLeast", { cost: money(value) }) : money(value);
  };
  return (
    <ScrollRegion label={t("caption")}>
      <table className={classes.stacked}>
        <caption className={classes.caption}>{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("monthColumn")}</th>
            <th scope="col" className={classes.number}>
              {t("loadColumn")}
            </th>
            {drawn.map((id) => (
              <th key={id} scope="col" className={classes.number}>
                <Unbroken>{`${id} · ${names[id] ?? id}`}</Unbroken>
              </th>
            ))}
          </tr>
        </thead>
        {paths.map(({ id }) => {
          const path = overTime.paths.find((other) => other.id === id);
          if (!path) return <Fragment key={id} />;
          return (
            <tbody key={id}>
              <tr>
                <th scope="rowgroup" colSpan={2 + drawn.length} className={classes.group}>
                  {t(`paths.${id}`)}
                </th>
              </tr>
              {path.months
                .filter(({ month }) => month % EVERY === 0)
                .map((row) => (
                  <tr key={row.month}>
                    <th scope="row" className={classes.when}>
                      {t("reading", { month: row.month })}
                    </th>
                    <td className={classes.number} data-label={t("loadColumn")}>
                      {load(row.load)}
                    </td>
                    {drawn.map((design) => (
                      <td key={design} className={classes.number} data-label={`${design} · ${names[design] ?? design}`}>
                        {cost(row.costs[design], design)}
                      </td>
                    ))}
                  </tr>
                ))}
              <tr>
                <th scope="row" colSpan={2}>
                  {t("sum", { months: overTime.horizonMonths })}
                </th>
                {drawn.map((design) => (
                  <td key={design} className={classes.number} data-label={`${design} · ${names[design] ?? design}`}>
                    <b>{cost(path.totals[design], design)}</b>
                  </td>
                ))}
              </tr>
            </tbody>
          );
        })}
      </table>
    </ScrollRegion>
  );
}
