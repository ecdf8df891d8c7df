"use client";

import { useTranslations } from "use-intl";
import type { UndoOffer } from "@/lib/client/workshop/undo";
import { NOTE_FIELD } from "@/lib/domain/worksheet/schema";

/** What an offer would take back, in words. Elsewhere than on a question the fields' names may not be at hand. */
export function useUndoText(): (offer: UndoOffer) => string {
  const t = useTranslations();
  const nameOf = (path: string) => {
    const id = path.endsWith(`.${NOTE_FIELD}`) ? "answers.note" : `fields.${path}.label`;
    return t.has(id as never) ? t(id as never) : null;
  };
  return ({ text, fields = [] }) => {
    if (text !== undefined) return text;
    const [first] = fields;
    const field = fields.length === 1 && first !== undefined ? nameOf(first) : null;
    return field === null ? t("workshop.undo.changedMany", { n: fields.length }) : t("workshop.undo.changed", { field });
  };
}
