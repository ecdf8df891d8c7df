"use client";

import { type DragEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Criterion } from "@/lib/domain/tie-break/criteria";
import classes from "./tie-break.module.css";

type Props = { order: readonly Criterion[]; onChange: (order: Criterion[]) => void };

/** An order made by buttons, by arrow keys on them, or by dragging; each move is said aloud. */
export function RankList({ order, onChange }: Props) {
  const t = useTranslations("candidates.tieBreak");
  const common = useTranslations("common.questions");
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<Criterion | null>(null);
  const [said, setSaid] = useState("");

  const move = (criterion: Criterion, to: number) => {
    if (to < 0 || to >= order.length) return;
    const rest = order.filter((one) => one !== criterion);
    onChange([...rest.slice(0, to), criterion, ...rest.slice(to)]);
    setSaid(t("moved", { criterion: common(criterion), place: to + 1, total: order.length }));
  };
  const byButton = (criterion: Criterion, to: number, direction: "up" | "down") => {
    move(criterion, to);
    // At an end its button goes dead and would drop the focus; the other one takes it.
    const isAtEnd = to === 0 || to === order.length - 1;
    const other = direction === "up" ? "down" : "up";
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLButtonElement>(`[data-move="${criterion} ${isAtEnd ? other : direction}"]`)?.focus(),
    );
  };

  return (
    <>
      <ol ref={list} className={classes.ranks} aria-label={t("ranking")}>
        {order.map((criterion, i) => (
          <li
            key={criterion}
            draggable
            data-dragged={dragged === criterion ? true : undefined}
            onDragStart={() => setDragged(criterion)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event: DragEvent) => event.preventDefault()}
            onDrop={() => dragged !== null && move(dragged, i)}
          >
            <span className={classes.place}>{i + 1}</span>
            <span className={classes.criterion}>{common(criterion)}</span>
            {(["up", "down"] as const).map((direction) => {
              const to = direction === "up" ? i - 1 : i + 1;
              return (
                <button
                  key={direction}
                  type="button"
                  className={classes.move}
                  data-move={`${criterion} ${direction}`}
                  aria-label={t(direction, { criterion: common(criterion) })}
                  disabled={to < 0 || to >= order.length}
                  onClick={() => byButton(criterion, to, direction)}
                >
                  <span aria-hidden>{direction === "up" ? "↑" : "↓"}</span>
                </button>
              );
            })}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
