"use client";

import { useTranslations } from "use-intl";
import { briefNames } from "@/lib/domain/costs/finding-names";
import type { CostReply } from "@/lib/domain/costs/schema";
import bands from "./crossing-bands.module.css";
import classes from "./table.module.css";
import { Unbroken } from "./unbroken";
import { useCostWords } from "./use-cost-words";

type Props = { uncertainty: NonNullable<CostReply["uncertainty"]>; drawn: string[]; names: Record<string, string> };

/** Between which loads each pair changes places over the members' own estimates, marked where their own range of loads covers it. */
export function CrossingBands({ uncertainty, drawn, names }: Props) {
  const t = useTranslations("costsheet.odds");
  const { t: say, load } = useCostWords();
  const briefs = briefNames(names);
  const name = (id: string) => briefs[id] ?? id;
  const rows = uncertainty.crossovers.filter(
    ({ a, b, which, p50 }, index, all) => drawn.includes(a) && drawn.includes(b) && p50 !== null && !isRepeated(all, { index, which }),
  );
  const isDisputed = (a: string, b: string) => uncertainty.disputed.some((entry) => entry.a === a && entry.b === b);
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={classes.subheading}>{t("crossings")}</h3>
      <ul className={bands.list}>
        {rows.map(({ a, b, which, p10, p50, p90, noneShare }) => (
          <li key={`${a}-${b}-${which}`}>
            <Unbroken>
              {t("crossing", {
                a: name(a),
                b: name(b),
                which,
                mid: load(p50 ?? 0),
                isSure: p10 === p90 ? "yes" : "no",
                low: load(p10 ?? 0),
                high: load(p90 ?? 0),
                none: noneShare,
                hasNone: noneShare > 0.005 ? "yes" : "no",
              })}
            </Unbroken>{" "}
            {which === "first" && isDisputed(a, b) && <span className={classes.warn}>▲ {say("finding.disputed")}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

type Bands = NonNullable<CostReply["uncertainty"]>["crossovers"];

/** A pair that crosses once has the same first and last crossing, which is said once. */
function isRepeated(all: Bands, { index, which }: { index: number; which: "first" | "last" }): boolean {
  const [first, last] = [all[index - 1], all[index]];
  return which === "last" && first?.p10 === last?.p10 && first?.p50 === last?.p50 && first?.p90 === last?.p90;
}
