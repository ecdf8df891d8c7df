"use client";

import { useTranslations } from "use-intl";
import classes from "./page-contents.module.css";

type Props = { parts: readonly { id: string; title: string }[] };

/** The parts of a long page, each a way to it. */
export function PageContents({ parts }: Props) {
  const t = useTranslations("common");
  return (
    <nav className={classes.contents} aria-label={t("contents")}>
      <span className="small">{t("contents")}</span>
      <ol>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
