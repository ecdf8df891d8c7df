"use client";

import { ScrollRegion } from "@/components/ui/scroll-region";
import { changesIn } from "@/lib/domain/costs/cost-plot";
import { briefNames } from "@/lib/domain/costs/finding-names";
import type { CostReply } from "@/lib/domain/costs/schema";
import classes from "./table.module.css";
import { Unbroken } from "./unbroken";
import { useCostWords } from "./use-cost-words";

const CHANGES_SHOWN = 12;

type Point = { x: number; what: string };

/** The chart as a table: what each design costs at the loads that matter. */
export function PointsTable({ reply, drawn, names, to }: { reply: CostReply; drawn: string[]; names: Record<string, string>; to: number }) {
  const { t, load, money } = useCostWords();
  const points = pointsOf(reply, to);
  const briefs = briefNames(names);
  return (
    <ScrollRegion label={t("points.caption")}>
      <table className={classes.stacked}>
        <caption className={classes.caption}>{t("points.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("points.load")}</th>
            <th scope="col">{t("points.what")}</th>
            {drawn.map((id) => (
              <th key={id} scope="col" className={classes.number}>
                <Unbroken>{`${id} · ${names[id]}`}</Unbroken>
              </th>
            ))}
            <th scope="col">{t("points.cheapest")}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ x, what }) => (
            <tr key={`${x}-${what}`}>
              <th scope="row" className={classes.load}>
                {load(x)}
              </th>
              <td className={classes.when} data-label={t("points.what")}>
                {t(`points.${what}`)}
              </td>
              {drawn.map((id) => {
                const cost = costAt(reply, id, x);
                return (
                  <td key={id} className={classes.number} data-label={`${id} · ${briefs[id]}`}>
                    {cost === null ? t("chart.ended") : money(cost)}
                  </td>
                );
              })}
              <td data-label={t("points.cheapest")}>{reply.envelope.find((part) => x <= part.to)?.design ?? t("chart.nobody")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function pointsOf(reply: CostReply, to: number): Point[] {
  const changes = changesIn(reply).slice(0, CHANGES_SHOWN);
  const points = [
    { x: reply.axis.now, what: "now" },
    ...reply.bands.map(({ id, typical }) => ({ x: typical, what: id })),
    ...changes.map((x) => ({ x, what: "change" })),
    { x: to, what: "end" },
  ];
  return points.filter(({ x }) => x <= to).sort((a, b) => a.x - b.x);
}

function costAt(reply: CostReply, id: string, x: number): number | null {
  const segment = reply.designs.find((design) => design.id === id)?.curve.segments.find((candidate) => x <= candidate.to);
  return segment ? Number(segment.intercept) + Number(segment.slope) * x : null;
}
