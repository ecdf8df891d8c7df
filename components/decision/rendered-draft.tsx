"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { Draft } from "./build-draft";
import { frontMatterOf, renderedAdr } from "./rendered-adr";
import classes from "./rendered-draft.module.css";

/** The exported file as its readers will see it: its front matter, text, tables and drawings. */
export function RenderedDraft({ draft }: { draft: Draft }) {
  const t = useTranslations("decision.preview");
  const front = useMemo(() => frontMatterOf(draft.drawn), [draft]);
  const html = useMemo(() => renderedAdr(draft.drawn, draft.drawings), [draft]);
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
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer writes every markup of the text as text; its test holds it to that. */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  );
}
