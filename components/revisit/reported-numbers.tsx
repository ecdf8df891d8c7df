"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import table from "@/components/ui/data-table.module.css";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { TableHead } from "@/components/ui/table-head";
import type { ReportedMetric } from "@/lib/domain/metrics/schema";
import { type Actual, METRICS } from "@/lib/domain/review/schema";
import { TEXT_LIMITS } from "@/lib/domain/text";
import classes from "./revisit.module.css";
import { useReportedWords } from "./use-reported-words";

type Props = { reported: readonly ReportedMetric[]; onTake?: (actuals: Actual[]) => void };

/** What monitoring last said, with source and date; those that the review compares can be taken over. */
export function ReportedNumbers({ reported, onTake }: Props) {
  const t = useTranslations("revisit.reported");
  const format = useFormatter();
  const words = useReportedWords();
  const [taken, setTaken] = useState<number | null>(null);
  const usable = reported.flatMap(asActual);
  if (reported.length === 0) return null;
  return (
    <div className={classes.reported}>
      <ScrollRegion label={t("title")}>
        <table className={table.table}>
          <caption className="small">{t("caption")}</caption>
          <TableHead columns={["metric", "value", "source", "at", "by"]} word={t} />
          <tbody>
            {reported.map((one) => (
              <tr key={one.metric}>
                <th scope="row">{words.name(one.metric)}</th>
                <td>{words.amount(one)}</td>
                <td>{one.source}</td>
                <td>{format.dateTime(new Date(one.at), { dateStyle: "medium", timeStyle: "short" })}</td>
                <td>{one.by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {onTake && usable.length > 0 && (
        <div className={classes.row}>
          <Button
            variant="default"
            onClick={() => {
              onTake(usable);
              setTaken(usable.length);
            }}
          >
            {t("take")}
          </Button>
          <span className="small" aria-live="polite">
            {taken === null ? null : t("taken", { n: taken })}
          </span>
        </div>
      )}
    </div>
  );
}

/** Named as the review names it, with its day in the source, as that stays when the next report comes. */
function asActual({ metric, value, at, source }: ReportedMetric): Actual[] {
  const name = METRICS.find((one) => metric === `scale.now.${one}`);
  const from = `${source}, ${at.slice(0, 10)}`;
  return name === undefined ? [] : [{ metric: name, value, basis: "measured", source: from.slice(0, TEXT_LIMITS.name) }];
}
