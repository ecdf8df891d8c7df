"use client";

import { useElementSize, useMounted } from "@mantine/hooks";
import { lazy, memo, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { ChartTabs } from "@/components/charts/chart-tabs";
import { ChartToggle } from "@/components/charts/chart-toggle";
import { CopyChart } from "@/components/charts/copy-chart";
import { MonthsFigure } from "@/components/charts/months-figure";
import { chartMoney } from "@/lib/domain/charts/chart-money";
import { monthsPlot } from "@/lib/domain/charts/months-plot";
import { monthsSvg } from "@/lib/domain/charts/months-svg";
import { briefNames } from "@/lib/domain/costs/finding-names";
import type { OverTime } from "@/lib/domain/costs/growth-schema";
import { monthsInput, SPREAD, TIMES } from "@/lib/domain/costs/months-input";
import { withNames } from "@/lib/domain/costs/named-refs";
import type { MessageRef } from "@/lib/domain/messages/message-ref";
import classes from "./cost-chart-card.module.css";
import { MonthsTable } from "./months-table";
import { useCopyWords } from "./use-copy-words";
import { useCostWords } from "./use-cost-words";

const MonthsChart = lazy(() => import("@/components/charts/months-chart").then(({ MonthsChart }) => ({ default: MonthsChart })));

const STILL = { width: 752, panelHeight: 230 };
/** Anything narrower is a layout that has not settled yet. */
const LEAST_WIDTH = 200;
const NARROW = { below: 480, panelHeight: 170 };

type Props = { overTime: OverTime; drawn: string[]; names: Record<string, string>; csvHref: string | null };

/** Cost over the horizon as small multiples with one money axis; crossings are dates. */
export const OverTimeCard = memo(function OverTimeCard({ overTime, drawn, names, csvHref }: Props) {
  const t = useTranslations("costsheet.months");
  const { say, money, locale } = useCostWords();
  const copyWords = useCopyWords();
  const { ref, width } = useElementSize();
  const isMounted = useMounted();
  const hasSpread = overTime.paths.some(({ id }) => id === "low");
  const [view, setView] = useState<"spread" | "times">(hasSpread ? "spread" : "times");
  const paths = monthsInput({ overTime, drawn, ids: view === "spread" ? SPREAD : TIMES });
  const texts = {
    panel: (id: string) => t(`paths.${id}`),
    month: (month: number) => t("month", { month }),
    money: (usd: number) => chartMoney(usd, locale),
  };
  const isMeasured = width >= LEAST_WIDTH;
  const size = isMeasured
    ? { width: Math.floor(width), panelHeight: width < NARROW.below ? NARROW.panelHeight : STILL.panelHeight }
    : STILL;
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
  return (
    <ChartTabs
      title={about.title}
      label={t("tabs.label")}
      chart={{
        name: t("tabs.chart"),
        panel: (
          <>
            <div ref={ref} className={classes.live}>
              {isMounted && isMeasured ? (
                <Suspense fallback={<MonthsFigure plot={plot} {...about} />}>
                  <MonthsChart plot={plot} paths={paths} words={words} />
                </Suspense>
              ) : (
                <MonthsFigure plot={plot} {...about} />
              )}
            </div>
            <div className={classes.print}>
              <MonthsFigure plot={still} {...about} />
            </div>
          </>
        ),
      }}
      table={{ name: t("tabs.table"), panel: <MonthsTable overTime={overTime} paths={paths} drawn={drawn} names={names} /> }}
      csv={csvHref ? { name: t("tabs.csv"), help: t("tabs.csvHelp"), href: csvHref } : null}
      options={
        hasSpread && (
          <fieldset className={classes.switch} aria-label={t("switch")}>
            <ChartToggle isOn={view === "spread"} onChange={() => setView("spread")}>
              {t("spread")}
            </ChartToggle>
            <ChartToggle isOn={view === "times"} onChange={() => setView("times")}>
              {t("times")}
            </ChartToggle>
          </fieldset>
        )
      }
    >
      <div className={classes.copies}>
        <CopyChart name="cost-over-time" svg={() => monthsSvg(still, about)} words={copyWords} />
      </div>
      {overTime.sentences.map((sentence) => (
        <p key={`${sentence.id}-${JSON.stringify(sentence.params)}`} className={classes.note}>
          {say(withNames(withMonths(sentence, locale), { ...briefNames(names), ...pathNames(t) }, locale))}
        </p>
      ))}
    </ChartTabs>
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
