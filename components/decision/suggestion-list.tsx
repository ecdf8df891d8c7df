"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import classes from "./section-editor.module.css";
import { useSourceWords } from "./use-source-words";

export type Suggestion = { id: string; text: string /** A question, the shortlist, the costs or the catalogue. */; source: string };

type Props = { suggestions: readonly Suggestion[]; isStarter: boolean; text: string; onUse: (suggestion: Suggestion) => void };

/** Lines the results offer. None of them is the team's word until somebody adds it. */
export function SuggestionList({ suggestions, isStarter, text, onUse }: Props) {
  const t = useTranslations("decision.suggest");
  const sourceWords = useSourceWords();
  const open = suggestions.filter((suggestion) => !text.includes(suggestion.text));
  if (open.length === 0) return null;
  return (
    <ul className={classes.suggestions} aria-label={t("heading")}>
      {open.map((suggestion) => (
        <li key={suggestion.id} className={classes.suggestion}>
          <span>
            {suggestion.text} <span className="tiny">{sourceWords(suggestion.source)}</span>
          </span>
          <Button size="compact-sm" variant="default" onClick={() => onUse(suggestion)}>
            {t(isStarter ? "use" : "add")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
