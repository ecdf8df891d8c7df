"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Draft } from "./build-draft";
import { frontMatterOf } from "./front-matter";
import { renderedAdr } from "./rendered-adr";
import classes from "./rendered-draft.module.css";

/** The exported file as its readers will see it: its front matter, text, tables and drawings. */
export function RenderedDraft({ draft }: { draft: Draft }) {
  const t = useTranslations("decision.preview");
  const front = useMemo(() => frontMatterOf(draft.drawn), [draft]);
  const content = useMemo(() => renderedAdr(draft.drawn, draft.drawings), [draft]);
  return (
    <article className={classes.adr}>
      <dl className={classes.front} aria-label={t("front")}>
        {front.map(({ key, value }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {content}
    </article>
  );
}
