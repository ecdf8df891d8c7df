"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { readFormula } from "@/lib/domain/costs/named-refs";
import type { DesignTotal, MoneyRange } from "@/lib/domain/costs/tco-schema";
import classes from "./table.module.css";
import { Unbroken } from "./unbroken";
import { useCostWords } from "./use-cost-words";

type Place = { row: number; column: number };

/** Components by design; arrows move, and the arithmetic of the cell in focus stands below the table. */
export function TotalGrid({ designs, names }: { designs: DesignTotal[]; names: Record<string, string> }) {
  const t = useTranslations("costsheet.total");
  const { say, money, locale } = useCostWords();
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const cells = useRef(new Map<string, HTMLTableCellElement>());
  const id = useId();
  const components = designs[0]?.components.map(({ component }) => component) ?? [];
  const current = designs[at.column]?.components[at.row];
  const range = ({ low, likely, high }: MoneyRange) => (
    <>
      {money(likely)}
      {low !== high && <span className={classes.under}>{t("range", { low: money(low), high: money(high) })}</span>}
    </>
  );

  function move(event: KeyboardEvent) {
    const step = MOVES[event.key];
    if (!step) return;
    event.preventDefault();
    const next = {
      row: Math.min(components.length - 1, Math.max(0, at.row + step.row)),
      column: Math.min(designs.length - 1, Math.max(0, at.column + step.column)),
    };
    setAt(next);
    cells.current.get(`${next.row}-${next.column}`)?.focus();
  }
  return (
    <>
      <ScrollRegion label={t("caption")}>
        <table className={classes.grid} aria-label={t("caption")} onKeyDown={move}>
          <thead>
            <tr>
              <th scope="col">{t("component")}</th>
              {designs.map((design) => (
                <th key={design.id} scope="col" className={classes.number}>
                  <Unbroken>{`${design.id} · ${names[design.id] ?? design.id}`}</Unbroken>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {components.map((component, row) => (
              <tr key={component}>
                <th scope="row">
                  {row + 1} {t(`components.${component}`)}
                  {designs[0]?.components[row]?.isOneOff && <span className={classes.under}>{t("oneOff")}</span>}
                </th>
                {designs.map((design, column) => {
                  const part = design.components[row];
                  const isCurrent = at.row === row && at.column === column;
                  return (
                    <td
                      key={design.id}
                      ref={(cell) => {
                        if (cell) cells.current.set(`${row}-${column}`, cell);
                      }}
                      tabIndex={isCurrent ? 0 : -1}
                      className={classes.number}
                      data-missing={part?.cost === null}
                      aria-describedby={id}
                      onFocus={() => setAt({ row, column })}
                    >
                      {part?.cost ? range(part.cost) : t("unknown")}
                    </td>
                  );
                })}
              </tr>
            ))}
            <tr>
              <th scope="row">{t("sum")}</th>
              {designs.map((design) => (
                <td key={design.id} className={classes.number}>
                  <b>{design.total ? range(design.total) : t("unknown")}</b>
                  {!design.complete && <span className={classes.under}>{t("incomplete")}</span>}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
      <p id={id} className={classes.note}>
        {current ? `${t(`components.${current.component}`)}: ${say(readFormula(current.formula, locale))}` : ""}
      </p>
    </>
  );
}

const MOVES: Record<string, Place> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};
