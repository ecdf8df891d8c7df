"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { ReviewResult } from "@/lib/domain/review/schema";
import classes from "./revisit.module.css";

const SHOWN = 6;

/** The list of then and of now, and why whoever moved did. */
export function ListChange({ list, versions }: Pick<ReviewResult, "list" | "versions">) {
  const t = useTranslations("revisit.list");
  const format = useFormatter();
  const names = (kind: "before" | "after") => format.list(list[kind].map(({ name }) => name)) || t("nobody");
  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title" className={classes.heading}>
        {t("title")}
      </h2>
      <ul className={classes.lines}>
        {list.isSame ? (
          <li>{t("same", { names: names("after") })}</li>
        ) : (
          <>
            <li>{t("then", { names: names("before") })}</li>
            <li>{t("now", { names: names("after") })}</li>
          </>
        )}
        {list.moved.slice(0, SHOWN).map(({ id, name, before, after, rule }) => (
          <li key={id}>
            {t("moved", { name, before: t(`status.${before}`), after: t(`status.${after}`) })}{" "}
            {rule !== null && <span className="small">{t("rule", { rule })}</span>}
          </li>
        ))}
        {list.moved.length > SHOWN && <li className="small">{t("more", { n: list.moved.length - SHOWN })}</li>}
      </ul>
      <p className="small">
        {t("growth")} ({versions.catalogue}, {versions.rules})
      </p>
    </section>
  );
}
