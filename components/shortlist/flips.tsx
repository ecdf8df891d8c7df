"use client";

import { useTranslations } from "use-intl";
import { flipsByField } from "@/lib/client/shortlist/finalists";
import type { Flip } from "@/lib/domain/engine/schema";
import { Headroom, ListEffect, useStaysUntil } from "./flip-words";
import classes from "./flips.module.css";
import { useShortlist } from "./shortlist-context";

const FIELDS_SHOWN = 6;

/** Every single change of one answer that changes the list, by question; numbers first, the nearest threshold on top. */
export function Flips() {
  const t = useTranslations("shortlist.change");
  const { evaluation } = useShortlist();
  const groups = flipsByField(evaluation.flips);
  const rest = groups.slice(FIELDS_SHOWN);
  return (
    <section className={classes.section}>
      <h2>{t("heading")}</h2>
      {groups.length === 0 && <p className="quiet">{t("none")}</p>}
      <Pairs />
      <ul className={classes.list}>
        {groups.slice(0, FIELDS_SHOWN).map((group) => (
          <FieldFlips key={group.field} {...group} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className={classes.more}>
          <summary>{t("more", { n: rest.length })}</summary>
          <ul className={classes.list}>
            {rest.map((group) => (
              <FieldFlips key={group.field} {...group} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Effect({ flip }: { flip: Flip }) {
  const { words } = useShortlist();
  const stays = useStaysUntil()(flip);
  if (stays === null) {
    return (
      <>
        <span>{words.value(flip.change.field, flip.change.to)}</span> <ListEffect flip={flip} />
      </>
    );
  }
  return (
    <>
      <span>{stays}</span> {flip.adds.length > 0 && <ListEffect flip={{ adds: flip.adds, removes: [] }} />}
    </>
  );
}

/** Where no single answer changes the list, two together may. */
function Pairs() {
  const t = useTranslations("shortlist.change");
  const { evaluation, words } = useShortlist();
  const { flipPairs = [] } = evaluation;
  if (flipPairs.length === 0) return null;
  return (
    <>
      <p className="quiet">{t("pairs")}</p>
      <ul className={classes.list}>
        {flipPairs.map(({ changes, adds, removes }) => (
          <li key={JSON.stringify(changes)} className={classes.item}>
            <b>{changes.map(({ field, to }) => words.cite(field, to)).join(" + ")}</b>
            <ListEffect flip={{ adds, removes }} />
          </li>
        ))}
      </ul>
    </>
  );
}

function FieldFlips({ field, from, flips }: { field: string; from: Flip["change"]["from"]; flips: Flip[] }) {
  const t = useTranslations("shortlist.change");
  const { words } = useShortlist();
  return (
    <li className={classes.item}>
      <div>
        <b>{words.field(field)}</b>
        <p className="small">{t("now", { value: words.value(field, from) })}</p>
      </div>
      <ul className={classes.changes}>
        {flips.map((flip) => (
          <li key={JSON.stringify(flip.change.to)}>
            <Effect flip={flip} />
            <Headroom flip={flip} />
          </li>
        ))}
      </ul>
    </li>
  );
}
