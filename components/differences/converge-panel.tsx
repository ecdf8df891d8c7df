"use client";

import { Button } from "@mantine/core";
import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import classes from "./converge-panel.module.css";
import { useDifferences } from "./differences-context";
import { PositionForm } from "./position-form";
import { RecordedPosition } from "./recorded-position";
import { useWords } from "./use-words";

/** The team's answer to one field: what is recorded, and for the facilitator the way to record it. */
export function ConvergePanel({ field, isQuiet = false }: { field: WorksheetField; isQuiet?: boolean }) {
  const t = useTranslations("differences.converge");
  const { position: positionOf, canRecord, isFrozen, facilitator } = useDifferences();
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  const position = positionOf(field.field);
  const { kind } = field.def;
  const names = { field: words.label(field.def) };

  const close = () => {
    setIsOpen(false);
    // The form that held the focus is gone; the button that opened it is where the reader came from.
    toggle.current?.focus();
  };

  if (!canRecord && isQuiet && !position) return null;
  return (
    <div className={classes.panel} data-quiet={isQuiet || undefined}>
      <div className={classes.bar}>
        <div className={classes.state}>
          {position ? <RecordedPosition field={field} position={position} /> : null}
          {!position && !canRecord ? <p className="small">{waitingText({ t, isFrozen, facilitator })}</p> : null}
        </div>
        {canRecord ? (
          <Button
            ref={toggle}
            size={isQuiet ? "xs" : "sm"}
            variant={position || isQuiet || isOpen ? "default" : "filled"}
            aria-expanded={isOpen}
            aria-controls={panelId}
            aria-label={position ? t("changeNamed", names) : t(`openNamed.${kind}`, names)}
            onClick={() => setIsOpen(!isOpen)}
          >
            {position ? t("change") : t(`open.${kind}`)}
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
