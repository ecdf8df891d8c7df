"use client";

import { changesOf } from "@/lib/domain/costs/cost-plot";
import type { CostReply } from "@/lib/domain/costs/schema";
import { ScrollRegion } from "./scroll-region";
import classes from "./table.module.css";
import { Unbroken } from "./unbroken";
import { useCostWords } from "./use-cost-words";

const SHOWN = 8;

/** Every load at which the cheapest changes, or how far nothing changes. */
export function CrossingTable({ reply, names }: { reply: CostReply; names: Record<string, string> }) {
  const { t, load, money } = useCostWords();
  const all = changesOf(reply).map((change) => ({
    ...change,
    below: reply.envelope.find((part) => part.to >= change.x)?.design ?? "",
    above: reply.envelope.find((part) => part.from >= change.x)?.design ?? "",
  }));
  const half = SHOWN / 2;
  const rows = all.length > SHOWN ? [...all.slice(0, half), ...all.slice(-half)] : all;
  const settled = reply.pairs.find(
    ({ eventual, upperBound }) => eventual !== null && upperBound !== null && reply.eventualWinner === eventual,
  );
  const label = (id: string) => `${id} · ${names[id] ?? id}`;
  if (all.length === 0) return null;
  return (
    <section>
      <h2 className={classes.heading}>{t("crossings.title")}</h2>
      <ScrollRegion label={t("crossings.title")}>
        <table className={classes.stacked}>
          <thead>
            <tr>
              <th scope="col">{t("crossings.load")}</th>
              <th scope="col">{t("crossings.below")}</th>
              <th scope="col">{t("crossings.above")}</th>
              <th scope="col" className={classes.number}>
                {t("crossings.cost")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ x, cost, below, above }) => (
              <tr key={x}>
                <th scope="row" className={classes.load}>
                  {t("chart.perSecond", { load: load(x) })}
                </th>
                <td data-label={t("crossings.below")}>
                  <Unbroken>{label(below)}</Unbroken>
                </td>
                <td data-label={t("crossings.above")}>
                  <Unbroken>{label(above)}</Unbroken>
                </td>
                <td className={classes.number} data-label={t("crossings.cost")}>
                  {money(cost)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {all.length > SHOWN && <p className={classes.note}>{t("crossings.more", { count: all.length - SHOWN })}</p>}
      {settled?.eventual && settled.upperBound !== null && reply.pairs.length === 1 && (
        <p className={classes.note}>
          {t("crossings.beyond", { bound: load(settled.upperBound), name: names[settled.eventual] ?? settled.eventual })}
        </p>
      )}
    </section>
  );
}
