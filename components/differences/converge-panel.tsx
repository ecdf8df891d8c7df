"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import classes from "./converge-panel.module.css";
import { useDifferences } from "./differences-context";
import { PositionForm } from "./position-form";
import { RecordedPosition } from "./recorded-position";
import { useReopen } from "./use-reopen";
import { useWords } from "./use-words";

/** The team's answer to one field: what is recorded, and for the facilitator the way to record it. In a row of a list, `children` stand before it. */
export function ConvergePanel({ field, children }: { field: WorksheetField; children?: ReactNode }) {
  const t = useTranslations("differences.converge");
  const { worksheetId, position: positionOf, canRecord, isFrozen, facilitator } = useDifferences();
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  const position = positionOf(field.field);
  const { kind } = field.def;
  const isRow = children !== undefined;
  const action = isRow ? "record" : kind;
  const names = { field: words.label(field.def) };
  const { reopen, isPending, error } = useReopen(worksheetId, names.field);

  const close = () => {
    setIsOpen(false);
    // The form that held the focus is gone; the button that opened it is where the reader came from.
    toggle.current?.focus();
  };

  return (
    <div className={classes.panel} data-row={isRow || undefined}>
      <div className={classes.bar}>
        <div className={classes.state}>
          {children}
          {position ? <RecordedPosition field={field} position={position} /> : null}
          {position && canRecord && !isOpen ? (
            <button
              type="button"
              className={classes.reopen}
              aria-label={t("reopenNamed", names)}
              disabled={isPending}
              onClick={() => {
                reopen(position);
                // The button goes with what it takes back.
                toggle.current?.focus();
              }}
            >
              {t("reopen")}
            </button>
          ) : null}
          <ErrorNote error={error} />
          {!position && !canRecord && !isRow ? <p className="small">{waitingText({ t, isFrozen, facilitator })}</p> : null}
        </div>
        {canRecord ? (
          <Button
            ref={toggle}
            size={isRow ? "xs" : "sm"}
            variant={position || isRow || isOpen ? "default" : "filled"}
            aria-expanded={isOpen}
            aria-controls={panelId}
            data-opens-topic
            aria-label={position ? t("changeNamed", names) : t(`openNamed.${action}`, names)}
            onClick={() => setIsOpen(!isOpen)}
          >
            {position ? t("change") : t(`open.${action}`)}
          </Button>
        ) : null}
      </div>
      <div id={panelId} hidden={!isOpen}>
        {isOpen ? <PositionForm field={field} position={position} onDone={close} /> : null}
      </div>
    </div>
  );
}

function waitingText(input: {
  t: (id: string, params?: { name: string }) => string;
  isFrozen: boolean;
  facilitator: string | null;
}): string {
  if (input.isFrozen) return input.t("frozen");
  return input.facilitator === null ? input.t("waitingNobody") : input.t("waiting", { name: input.facilitator });
}
