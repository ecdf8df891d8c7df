"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import classes from "./section-editor.module.css";

export type Suggestion = { id: string; text: string; source: "shortlist" | "costs" | "flips" };

type Props = { suggestions: readonly Suggestion[]; isStarter: boolean; text: string; onUse: (line: string) => void };

/** Lines the results offer. None of them is the team's word until somebody adds it. */
export function SuggestionList({ suggestions, isStarter, text, onUse }: Props) {
  const t = useTranslations("decision.suggest");
  const open = suggestions.filter((suggestion) => !text.includes(suggestion.text));
  if (open.length === 0) return null;
  return (
    <ul className={classes.suggestions} aria-label={t("heading")}>
      {open.map((suggestion) => (
        <li key={suggestion.id} className={classes.suggestion}>
          <span>
            {suggestion.text} <span className="tiny">{t("from", { source: t(suggestion.source) })}</span>
          </span>
          <Button size="compact-sm" variant="default" onClick={() => onUse(suggestion.text)}>
            {t(isStarter ? "use" : "add")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
