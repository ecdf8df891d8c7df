"use client";

import { useTranslations } from "use-intl";
import { READING } from "@/lib/domain/workshop/pointer";

/** What people read for a field path that the team talks about; null for none, or where its words are not on this page. */
export function useTopicName(field: string | null): string | null {
  const t = useTranslations();
  const id = field === READING ? "workshop.bar.reading" : `fields.${field}.label`;
  return field !== null && t.has(id) ? t(id) : null;
}
