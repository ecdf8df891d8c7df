"use client";

import { useTranslations } from "use-intl";
import classes from "./team-bar.module.css";

/** What the team talks about on the screen where the reader is already, and the way to it. */
export function TeamTopic({ field, name }: { field: string; name: string }) {
  const t = useTranslations("workshop.bar");
  return (
    <span className={classes.part}>
      {t("topicNow")}
      {/* A plain link: the board looks at the address when it changes, and takes the keyboard along. */}
      <a href={`#topic-${field}`}>{name}</a>
    </span>
  );
}
