"use client";

import { memo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { closeCrossings } from "@/lib/domain/costs/close-crossings";
import { changesOf } from "@/lib/domain/costs/cost-plot";
import { datesOf, type LoadDate } from "@/lib/domain/costs/crossing-dates";
import type { CostReply } from "@/lib/domain/costs/schema";
import classes from "./table.module.css";
import { Unbroken } from "./unbroken";
import { useCostWords } from "./use-cost-words";

const SHOWN = 8;

/** Every load at which the cheapest changes, or how far nothing changes. */
export const CrossingTable = memo(function CrossingTable({ reply, names }: { reply: CostReply; names: Record<string, string> }) {
  const { t, load, money } = useCostWords();
  const own = useTranslations("costsheet.crossings");
  const format = useFormatter();
  const { overTime } = reply;
  const all = closeCrossings(changesOf(reply)).map(({ from, to, first, last, count }) => ({
    x: from,
    to,
    count,
    cost: first.cost,
    below: reply.envelope.find((part) => part.to >= first.x)?.design ?? "",
    above: reply.envelope.find((part) => part.from >= last.x)?.design ?? "",
  }));
  const half = SHOWN / 2;
  const rows = all.length > SHOWN ? [...all.slice(0, half), ...all.slice(-half)] : all;
  const settled = reply.pairs.find(
    ({ eventual, upperBound }) => eventual !== null && upperBound !== null && reply.eventualWinner === eventual,
  );
  const label = (id: string) => `${id} · ${names[id] ?? id}`;
  const whenOf = (x: number) => {
    const dates = overTime ? datesOf(overTime, x).filter(({ path }) => isOwnPath(path)) : [];
    if (dates.length === 0) return own("notReached", { months: overTime?.horizonMonths ?? 0 });
    const dateOf = ({ date, month }: LoadDate) =>
      date === null ? String(month) : format.dateTime(new Date(`${date}-15T12:00:00Z`), MONTH);
    return dates.map((entry) => own("at", { date: dateOf(entry), path: own(`paths.${entry.path}`) })).join(", ");
  };
  const isDisputed = ({ x, to }: { x: number; to: number }) => reply.bands.some(({ low, high }) => to > low && x < high);
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
              <th scope="col" className={classes.number}>
                {own("beyond")}
              </th>
              {overTime && <th scope="col">{own("when")}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ x, to, count, cost, below, above }) => (
              <tr key={`${x} ${below} ${above}`}>
                <th scope="row" className={classes.load}>
                  {t("chart.perSecond", { load: load(x) === load(to) ? load(x) : own("span", { from: load(x), to: load(to) }) })}
                  {count > 1 && <span className={classes.under}>{own("close", { count })}</span>}
                  {isDisputed({ x, to }) && <span className={classes.disputed}>{own("disputed")}</span>}
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
                <td className={classes.number} data-label={own("beyond")}>
                  {savedBeyond({ reply, x: to, below, above, say: (name, saved) => own("saves", { name, money: money(saved) }) })}
                </td>
                {overTime && <td data-label={own("when")}>{whenOf(x)}</td>}
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
});

const MONTH = { year: "numeric", month: "short" } as const;

/** The team's own paths; multiples of the typical one say nothing about dates. */
function isOwnPath(path: string): path is "low" | "typical" | "high" {
  return path === "low" || path === "typical" || path === "high";
}

type Beyond = { reply: CostReply; x: number; below: string; above: string; say: (name: string, saved: number) => string };

/**
 * Who of the two saves what a month at a load 20% further on, where they may have changed places again; nothing where one
 * carries no such load.
 */
function savedBeyond({ reply, x, below, above, say }: Beyond): string {
  const at = (id: string) => {
    const segment = reply.designs.find((design) => design.id === id)?.curve.segments.find(({ to }) => x * 1.2 <= to);
    return segment ? Number(segment.intercept) + Number(segment.slope) * x * 1.2 : null;
  };
  const [was, is] = [at(below), at(above)];
  return was === null || is === null ? "" : say(is <= was ? above : below, Math.abs(was - is));
}
