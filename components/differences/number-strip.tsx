"use client";

import type { CSSProperties } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { numberAxis, placeDots } from "@/lib/domain/disagreement/number-axis";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import classes from "./dot-strip.module.css";
import { MemberDot } from "./member-dot";

/** A dot's share of the narrowest strip, so that neighbours do not cover each other's initials on a phone. */
const DOT_SHARE = 0.095;
const SHORT_UNIT = 3;
const LANE_PX = 29;
/** The strip grows with the text. */
const PX_PER_REM = 16;
const MOST_FULL_LANES = 6;

export function NumberStrip({ field }: { field: WorksheetField }) {
  const format = useFormatter();
  const t = useTranslations("fields");
  const { unit } = field.def;
  const said = field.answers.filter((answer) => !answer.unknown && typeof answer.value === "number");
  const firsts = said.map((answer) => answer.first?.value).filter((value) => typeof value === "number");
  const axis = numberAxis([...said.map((answer) => Number(answer.value)), ...firsts], unit === "percent");
  const dots = placeDots({
    dots: said.map(({ memberId, value, first }) => ({
      memberId,
      at: axis.place(Number(value)),
      firstAt: typeof first?.value === "number" ? axis.place(first.value) : null,
    })),
    width: DOT_SHARE,
  });
  const lanes = Math.max(1, ...dots.map((dot) => dot.lane + 1));

  const tickLabel = (value: number, isFirst: boolean) => {
    const hasShortUnit = unit !== null && t(`units.${unit}`).length <= SHORT_UNIT;
    if (isFirst && hasShortUnit) return t(`amounts.${unit}`, { n: value });
    return format.number(value, value >= 1e6 ? { notation: "compact" } : { maximumSignificantDigits: 3 });
  };

  return (
    <div className={classes.axis} style={{ "--lanes": lanes, "--lane-height": `${laneHeight(lanes) / PX_PER_REM}rem` } as CSSProperties}>
      <span className={classes.line} />
      {axis.ticks.map((tick, i) => (
        <span key={tick.value} className={classes.tick} style={{ insetInlineStart: `${tick.at * 100}%` }}>
          <span className={classes.tickLabel}>{tickLabel(tick.value, i === 0)}</span>
        </span>
      ))}
      {dots.map(({ memberId, at, firstAt, lane }) => (
        <span key={memberId}>
          {firstAt === null || firstAt === at ? null : (
            <>
              <span
                className={classes.move}
                style={
                  {
                    "--lane": lane,
                    insetInlineStart: `${Math.min(at, firstAt) * 100}%`,
                    inlineSize: `${Math.abs(at - firstAt) * 100}%`,
                  } as CSSProperties
                }
              />
              <span className={classes.first} style={{ "--lane": lane, insetInlineStart: `${firstAt * 100}%` } as CSSProperties} />
            </>
          )}
          <span className={classes.place} style={{ "--lane": lane, insetInlineStart: `${at * 100}%` } as CSSProperties}>
            <MemberDot memberId={memberId} />
          </span>
        </span>
      ))}
    </div>
  );
}

/** Many equal numbers pile up closer instead of pushing the page away; the list below names everybody. */
function laneHeight(lanes: number): number {
  return lanes <= MOST_FULL_LANES ? LANE_PX : Math.max(8, Math.round((LANE_PX * MOST_FULL_LANES) / lanes));
}
