"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import type { WhatIfList } from "@/lib/client/shortlist/what-if";
import { Letter } from "./letter";
import { RuleIds } from "./rule-ids";
import { useShortlist } from "./shortlist-context";
import classes from "./what-if.module.css";

/** The list as it would be: who stays, who joins, who leaves and by which rule. */
export function WhatIfResult({ result, summary }: { result: WhatIfList; summary: string }) {
  const t = useTranslations("candidates.whatIf");
  const { words } = useShortlist();
  const { list, added, gone } = result;
  return (
    <section className={classes.result} aria-labelledby="what-if-list" data-what-if={list.map(({ id }) => id).join(" ")}>
      <h2 id="what-if-list">{t("list")}</h2>
      {list.length === 0 && <p>{t("empty")}</p>}
      <ol className={classes.list}>
        {list.map(({ id, name }) => (
          <li key={id}>
            {added.includes(id) ? (
              <span className={classes.joins} aria-hidden>
                +
              </span>
            ) : (
              <Letter of={id} />
            )}
            <b>{name}</b>
            {added.includes(id) && <Chip soft>{t("in")}</Chip>}
          </li>
        ))}
      </ol>
      {gone.length > 0 && (
        <ul className={classes.gone}>
          {gone.map(({ id, name, rules }) => (
            <li key={id}>
              <span className="muted">{name}</span> <Chip>{t("out")}</Chip>{" "}
              {rules[0] === undefined ? (
                <span className="quiet">{t("behind")}</span>
              ) : (
                <span className="quiet">
                  {words.say({ id: `rules.${rules[0]}.sentence`, params: {} })} <RuleIds ids={rules} />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet" role="status">
        {summary}
      </p>
    </section>
  );
}

/** What the change does to the list, in a sentence. */
export function useWhatIfSummary({ list, added, gone }: WhatIfList, isChanged: boolean): string {
  const t = useTranslations("candidates.whatIf");
  const format = useFormatter();
  if (!isChanged) return t("asItIs");
  if (added.length + gone.length === 0) return t("same");
  const names = (ids: readonly string[]) => format.list(list.filter(({ id }) => ids.includes(id)).map(({ name }) => name));
  const joins = added.length > 0 ? t("joins", { names: names(added), n: added.length }) : "";
  const leaves = gone.length > 0 ? t("leaves", { names: format.list(gone.map(({ name }) => name)), n: gone.length }) : "";
  return `${joins} ${leaves}`.trim();
}
