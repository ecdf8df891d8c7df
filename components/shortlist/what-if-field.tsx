"use client";

import { type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { ValueInput } from "@/components/answers/value-input";
import type { WhatIfChange } from "@/lib/client/shortlist/what-if";
import { findField } from "@/lib/domain/answers/fields";
import overrideClasses from "./override.module.css";
import { useShortlist } from "./shortlist-context";
import classes from "./what-if.module.css";

type Props = {
  /** Stands below the control. */
  children?: ReactNode;
  path: string;
  from: WhatIfChange["to"];
  value: WhatIfChange["to"];
  onChange: (to: WhatIfChange["to"]) => void;
  onReset: () => void;
};

/** One answer of the what-if, with the one that stands beside it. */
export function WhatIfField({ path, from, value, onChange, onReset, children }: Props) {
  const t = useTranslations("candidates.whatIf");
  const { words } = useShortlist();
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  const field = findField(path);
  if (field === undefined) return null;
  return (
    <div className={classes.field}>
      <div className={classes.fieldHead}>
        <label id={`${id}-label`} htmlFor={id}>
          {words.field(path)}
        </label>
        <button
          type="button"
          className={overrideClasses.button}
          aria-label={t("backName", { field: words.field(path) })}
          onClick={() => {
            setDraft(null);
            onReset();
          }}
        >
          {t("back")}
        </button>
      </div>
      <p className="small">{t("was", { value: words.value(path, from) })}</p>
      <ValueInput
        field={field}
        id={id}
        value={value}
        draft={draft}
        onChange={(next, typed) => {
          setDraft(typed);
          onChange((next ?? null) as WhatIfChange["to"]);
        }}
        aria-labelledby={`${id}-label`}
      />
      <div className={classes.propose}>{children}</div>
    </div>
  );
}
