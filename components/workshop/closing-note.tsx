"use client";

import { useFormatter, useTranslations } from "use-intl";

type Props = { closesAt: string; lead: string; offsetMs: number };

/** Until when answers are collected, and what then happens: nothing by itself. */
export function ClosingNote({ closesAt, lead, offsetMs }: Props) {
  const t = useTranslations("workshop.agenda");
  const format = useFormatter();
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const when = format.dateTime(new Date(closesAt), { dateStyle: "medium", timeStyle: "short", timeZone });
  const isOver = Date.now() + offsetMs >= Date.parse(closesAt);
  return <span className="small">{t(isOver ? "overNote" : "openNote", { when, name: lead })}</span>;
}
