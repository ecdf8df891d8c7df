"use client";

import { useTranslations } from "use-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { CostLine, PricedDesign } from "@/lib/domain/costs/schema";
import classes from "./table.module.css";
import { useCostWords } from "./use-cost-words";

/** The bill of one design, scenario by scenario: quantity times price, and "unknown" where nobody knows the price. */
export function LineTable({ design }: { design: PricedDesign }) {
  const { t, total, load } = useCostWords();
  return (
    <ScrollRegion label={t("totals.lines", { name: design.id })}>
      <table className={classes.stacked}>
        <thead>
          <tr>
            <th scope="col">{t("totals.meter")}</th>
            <th scope="col" className={classes.number}>
              {t("totals.quantity")}
            </th>
            <th scope="col" className={classes.number}>
              {t("totals.price")}
            </th>
            <th scope="col" className={classes.number}>
              {t("totals.amount")}
            </th>
          </tr>
        </thead>
        {design.monthly
          .filter(({ feasible }) => feasible)
          .map((month) => (
            <tbody key={month.scenario}>
              <tr>
                <th scope="rowgroup" colSpan={4} className={classes.group}>
                  {t("totals.load", { load: load(month.load) })}
                </th>
              </tr>
              {month.lines.map((line) => (
                <LineRow key={`${line.meter}-${line.priceId}`} line={line} />
              ))}
              <tr>
                <th scope="row" colSpan={3}>
                  {t("totals.total")}
                </th>
                <td className={classes.number}>
                  <b>{total(month)}</b>
                </td>
              </tr>
            </tbody>
          ))}
      </table>
    </ScrollRegion>
  );
}

function LineRow({ line }: { line: CostLine }) {
  const { t, money, price, quantity } = useCostWords();
  const own = useTranslations("costsheet.price");
  const unknown = <span className={classes.warn}>{t("totals.unknown")}</span>;
  return (
    <tr>
      <th scope="row" className={classes.plain}>
        {t(`meters.${line.meter}`)}
        {line.marks.includes("approximate") && <span className={classes.warn}> ▲ {t("prices.approximate")}</span>}
        {line.marks.includes("stale") && <span className={classes.warn}> ▲ {own("stale")}</span>}
        {line.marks.includes("own") && <span className={classes.warn}> ✎ {t("prices.confidence.own")}</span>}
        {line.priceId && (
          <span className={classes.under}>
            {[line.priceId, line.region, line.asOf, line.confidence && t(`prices.confidence.${line.confidence}`)]
              .filter(Boolean)
              .join(", ")}
          </span>
        )}
      </th>
      <td className={classes.number} data-label={t("totals.quantity")}>
        {quantity(line.quantity)} {t(`units.${line.unit}`)}
        {line.freeQuantity !== null && (
          <span className={classes.under}>
            {t("totals.free", { quantity: quantity(line.freeQuantity), unit: t(`units.${line.unit}`) })}
          </span>
        )}
      </td>
      <td className={classes.number} data-label={t("totals.price")}>
        {line.unitPrice === null ? unknown : price(line.unitPrice)}
      </td>
      <td className={classes.number} data-label={t("totals.amount")}>
        {line.amount === null ? unknown : money(line.amount)}
      </td>
    </tr>
  );
}
