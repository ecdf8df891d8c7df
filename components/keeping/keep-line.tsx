"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { KeepMonths } from "@/lib/domain/worksheet/retention";
import { KeepChoice } from "./keep-choice";
import classes from "./keeping.module.css";

type Props = { value: KeepMonths | null; onChange: (months: KeepMonths | null) => void };

/** Says at creation how long a worksheet is kept, in one line that opens to change it. */
export function KeepLine({ value, onChange }: Props) {
  const t = useTranslations("keeping.keep");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={classes.keep} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{value === null ? t("lineOpen") : t("line", { months: t("months", { months: value }) })}</summary>
      {isOpen && (
        <div className={classes.keepChoice}>
          <KeepChoice value={value} onChange={onChange} />
        </div>
      )}
    </details>
  );
}
