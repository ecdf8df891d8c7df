"use client";

import { useTranslations } from "use-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Matrix } from "@/lib/client/shortlist/matrix";
import classes from "./matrix.module.css";
import { SYMBOLS } from "./matrix-symbols";
import { useShortlist } from "./shortlist-context";

/** The head and the names stay in sight while it scrolls; it takes focus, so that arrow keys scroll it too. */
export function MatrixTable({ matrix: { rules, rows } }: { matrix: Matrix }) {
  const t = useTranslations("candidates.matrix");
  const shortlist = useTranslations("shortlist");
  const { words } = useShortlist();
  if (rows.length === 0) return <p className="quiet">{t("nothing")}</p>;
  return (
    <ScrollRegion label={t("caption")} className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{shortlist("table.name")}</th>
            <th scope="col">{shortlist("table.status")}</th>
            {rules.map(({ id, effect }) => (
              <th
                key={id}
                scope="col"
                title={`${shortlist(`rule.effect.${effect}`)}: ${words.say({ id: `rules.${id}.sentence`, params: {} })}`}
                className="num"
              >
                {id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ candidate, cells }) => (
            <tr key={candidate.id} data-status={candidate.status}>
              <th scope="row">
                {candidate.name}
                <span className={classes.beneath}>{shortlist(`status.${candidate.status}`)}</span>
              </th>
              <td className={classes.status}>{shortlist(`status.${candidate.status}`)}</td>
              {cells.map((cell, i) =>
                cell === null ? (
                  <td key={rules[i]?.id} />
                ) : (
                  <td key={rules[i]?.id} data-cell={cell} aria-label={t(`cell.${cell}`)} title={t(`cell.${cell}`)}>
                    {SYMBOLS[cell]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
