"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { TornadoBars } from "@/components/charts/tornado-bars";
import { chartMoney } from "@/lib/domain/charts/chart-money";
import { tornadoPlot } from "@/lib/domain/charts/tornado-plot";
import { END_TINTS, tornadoSvg } from "@/lib/domain/charts/tornado-svg";
import { withNames } from "@/lib/domain/costs/named-refs";
import type { Regret, Tco } from "@/lib/domain/costs/tco-schema";
import { tornadoRows } from "@/lib/domain/costs/tornado-rows";
import { ChartCard, STILL_WIDTH, useChartWidth } from "./chart-card";
import classes from "./chart-card.module.css";
import { DriversTable } from "./drivers-table";
import { useCostWords } from "./use-cost-words";

type Props = { tco: Tco | null; regret: Regret | null; names: Record<string, string>; horizonMonths: number; csvHref: string | null };

/** What moves the lead of the cheapest, widest first, and what choosing wrongly could cost at worst. */
export const DriversSection = memo(function DriversSection({ tco, regret, names, horizonMonths, csvHref }: Props) {
  const { say, locale } = useCostWords();
  const tornado = tco?.tornado.find((entry) => entry.horizonMonths === horizonMonths);
  const sentence = regret?.sentence && say(withNames(regret.sentence, names, locale));
  if (!tornado || tornado.bars.length === 0) return sentence && <p className={classes.note}>{sentence}</p>;
  return <DriversCard tornado={tornado} names={names} csvHref={csvHref} sentence={sentence ?? null} />;
});

type CardProps = { tornado: Tco["tornado"][number]; names: Record<string, string>; csvHref: string | null; sentence: string | null };

function DriversCard({ tornado, names, csvHref, sentence }: CardProps) {
  const t = useTranslations("costsheet.drivers");
  const { say, money, locale } = useCostWords();
  const { ref, width } = useChartWidth();
  const name = (id: string) => names[id] ?? id;
  const input = tornadoRows(tornado, {
    say: (ref) => say(withNames(ref, names, locale)),
    name,
    flips: t("flips"),
    cheaper: (who) => t("cheaper", { name: who }),
    other: t("other"),
    money: (usd) => chartMoney(usd, locale),
  });
  const plot = tornadoPlot({ ...input, width: width ?? STILL_WIDTH });
  const still = tornadoPlot({ ...input, width: STILL_WIDTH });
  const about = { title: t("title"), description: t("description", { count: input.rows.length }) };
  const ends = { low: t("low"), high: t("high") };
  const legend = (["low", "high"] as const).map((end) => ({ tint: END_TINTS[end], word: ends[end] }));
  return (
    <ChartCard
      name="cost-drivers"
      about={about}
      t={t}
      chartRef={ref}
      chart={<TornadoBars plot={plot} {...about} />}
      still={<TornadoBars plot={still} {...about} />}
      legend={legend}
      svg={() => tornadoSvg(still, { ...about, ...ends })}
      table={<DriversTable tornado={tornado} names={names} />}
      csvHref={csvHref}
    >
      <p className={classes.note}>
        {t("lead", {
          winner: name(tornado.winner),
          other: name(tornado.runnerUp),
          lead: money(tornado.lead),
          months: tornado.horizonMonths,
        })}
      </p>
      {sentence && <p className={classes.note}>{sentence}</p>}
    </ChartCard>
  );
}
