"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useLocale, useTranslations } from "use-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useDesignWord } from "@/lib/client/costs/design-word";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { wordedNames } from "@/lib/domain/costs/design-words";
import { displayMoney } from "@/lib/domain/costs/display";
import { withNames } from "@/lib/domain/costs/named-refs";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";
import table from "./tie-break.module.css";

/** What choosing wrongly could cost a month, at worst: one small table and one sentence, from the costs screen's own numbers. */
export function TieBreakRegret() {
  const t = useTranslations("candidates.tieBreak.regret");
  const words = useTranslations();
  const locale = useLocale();
  const word = useDesignWord();
  const { view } = useShortlist();
  const captionId = useId();
  const { data } = useQuery(worksheetQueries.costs(view.id));
  const regret = data?.reply?.regret;
  if (!data || !regret) return null;
  const names = wordedNames(data, word);
  const money = (usd: string | null) => (usd === null ? t("cannot") : displayMoney(usd, locale));
  const isBand = regret.scenarios.includes("typical");
  const sentence = regret.sentence && withNames(regret.sentence, names, locale);
  return (
    <section className={classes.section}>
      <h2>{t("heading")}</h2>
      {sentence && <p>{words(sentence.id, sentence.params)}</p>}
      <p id={captionId} className={`small ${table.caption}`}>
        {t(isBand ? "captionBand" : "captionTimes")}
      </p>
      <ScrollRegion label={t("heading")}>
        <table className={table.regret} aria-describedby={captionId}>
          <thead>
            <tr>
              <th scope="col">{t("design")}</th>
              {regret.scenarios.map((scenario) => (
                <th key={scenario} scope="col">
                  {isBand ? t(`scenario.${scenario}`) : t("times", { n: Number(scenario) })}
                </th>
              ))}
              <th scope="col">{t("worst")}</th>
            </tr>
          </thead>
          <tbody>
            {regret.rows.map(({ id, regrets, worst }) => (
              <tr key={id} data-choice={id === regret.choice ? true : undefined}>
                <th scope="row">{names[id] ?? id}</th>
                {regrets.map((usd, i) => (
                  <td key={regret.scenarios[i]} className="num">
                    {money(usd)}
                  </td>
                ))}
                <td className="num">
                  <b>{money(worst)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
