"use client";

import { useMounted } from "@mantine/hooks";
import { lazy, memo, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { ChartToggle } from "@/components/charts/chart-toggle";
import { MonthsFigure } from "@/components/charts/months-figure";
import { chartMoney } from "@/lib/domain/charts/chart-money";
import { monthsPlot } from "@/lib/domain/charts/months-plot";
import { monthsSvg } from "@/lib/domain/charts/months-svg";
import { briefNames } from "@/lib/domain/costs/finding-names";
import type { OverTime } from "@/lib/domain/costs/growth-schema";
import { monthsInput, SPREAD, TIMES } from "@/lib/domain/costs/months-input";
import { withNames } from "@/lib/domain/costs/named-refs";
import type { MessageRef } from "@/lib/domain/messages/message-ref";
import { ChartCard, STILL_WIDTH, useChartWidth } from "./chart-card";
import classes from "./chart-card.module.css";
import { MonthsTable } from "./months-table";
import { useCostWords } from "./use-cost-words";

const MonthsChart = lazy(() => import("@/components/charts/months-chart").then(({ MonthsChart }) => ({ default: MonthsChart })));

const STILL = { width: STILL_WIDTH, panelHeight: 230 };
const NARROW = { below: 480, panelHeight: 170 };

type Props = { overTime: OverTime; drawn: string[]; names: Record<string, string>; csvHref: string | null };

/** Cost over the horizon as small multiples with one money axis; crossings are dates. */
export const OverTimeCard = memo(function OverTimeCard({ overTime, drawn, names, csvHref }: Props) {
  const t = useTranslations("costsheet.months");
  const { say, money, locale } = useCostWords();
  const { ref, width } = useChartWidth();
  const isMounted = useMounted();
  const hasSpread = overTime.paths.some(({ id }) => id === "low");
  const [view, setView] = useState<"spread" | "times">(hasSpread ? "spread" : "times");
  const paths = monthsInput({ overTime, drawn, ids: view === "spread" ? SPREAD : TIMES });
  const texts = {
    panel: (id: string) => t(`paths.${id}`),
    month: (month: number) => t("month", { month }),
    money: (usd: number) => chartMoney(usd, locale),
  };
  const size = width === null ? STILL : { width, panelHeight: width < NARROW.below ? NARROW.panelHeight : STILL.panelHeight };
  const months = overTime.horizonMonths;
  const plot = monthsPlot({ paths, months, ...size, texts });
  const still = monthsPlot({ paths, months, ...STILL, texts });
  const about = { title: t("title", { months }), description: t("description", { months }) };
  const words = {
    ...about,
    panel: texts.panel,
    month: (month: number) => t("reading", { month }),
    money,
    names: briefNames(names),
    ended: t("ended"),
  };
  const figure = <MonthsFigure plot={plot} {...about} />;
  const live = (
    <Suspense fallback={figure}>
      <MonthsChart plot={plot} paths={paths} words={words} />
    </Suspense>
  );
  const options = hasSpread && (
    <fieldset className={classes.switch} aria-label={t("switch")}>
      <ChartToggle isOn={view === "spread"} onChange={() => setView("spread")}>
        {t("spread")}
      </ChartToggle>
      <ChartToggle isOn={view === "times"} onChange={() => setView("times")}>
        {t("times")}
      </ChartToggle>
    </fieldset>
  );
  return (
    <ChartCard
      name="cost-over-time"
      about={about}
      t={t}
      chartRef={ref}
      chart={isMounted && width !== null ? live : figure}
      isLive
      still={<MonthsFigure plot={still} {...about} />}
      svg={() => monthsSvg(still, about)}
      table={<MonthsTable overTime={overTime} paths={paths} drawn={drawn} names={names} />}
      csvHref={csvHref}
      options={options}
    >
      {overTime.sentences.map((sentence) => (
        <p key={`${sentence.id}-${JSON.stringify(sentence.params)}`} className={classes.note}>
          {say(withNames(withMonths(sentence, locale), { ...briefNames(names), ...pathNames(t) }, locale))}
        </p>
      ))}
    </ChartCard>
  );
});

function pathNames(t: (id: string) => string): Record<string, string> {
  return Object.fromEntries(["low", "typical", "high", "x10", "x100"].map((id) => [id, t(`said.${id}`)]));
}

const ISO_MONTH = /^\d{4}-\d{2}$/u;

/** The months of a sentence as people write them. */
function withMonths({ id, params }: MessageRef, locale: string): MessageRef {
  const format = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
  const read = (value: string | number) =>
    typeof value === "string" && ISO_MONTH.test(value) ? format.format(new Date(`${value}-15T12:00:00Z`)) : value;
  return { id, params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, read(value)])) };
}
