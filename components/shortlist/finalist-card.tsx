"use client";

import { useQuery } from "@tanstack/react-query";
import { Fragment, useId } from "react";
import { useTranslations } from "use-intl";
import { CommentList } from "@/components/converge/comment-list";
import { Chip } from "@/components/ui/chip";
import { catalogueProse } from "@/lib/client/shortlist/catalogue-prose";
import type { Finalist } from "@/lib/client/shortlist/finalists";
import { doorOf } from "@/lib/domain/catalogue/door";
import { findFacts } from "@/lib/domain/engine/facts";
import type { TrailEntry } from "@/lib/domain/engine/schema";
import classes from "./finalist-card.module.css";
import { FlipWords, Headroom } from "./flip-words";
import { LeavesIf } from "./leaves-if";
import { OverrideButton } from "./override-button";
import { OverrideNote } from "./override-note";
import { Said } from "./said";
import { useShortlist } from "./shortlist-context";

const REASONS_SHOWN = 3;
const WATCH_SHOWN = 3;
const HOSTING_SHOWN = 4;

/** One candidate that is left, with its letter and colour: why, how near the edge, what to watch, how to run and leave it. */
export function FinalistCard({ finalist }: { finalist: Finalist }) {
  const t = useTranslations("shortlist.card");
  const { evaluation, words, view } = useShortlist();
  const titleId = useId();
  const { letter, entry, reasons, conditions, margin, leavesIf } = finalist;
  const hosting = [...entry.hosting.map((id) => words.names([id])), ...entry.otherHosting];
  const lockIn = findFacts(entry.id)?.lockIn ?? null;
  const prose = useQuery({ ...catalogueProse, enabled: reasons.length === 0 }).data;
  const ownWarnings = evaluation.warnings.filter((warning) => warning.candidate === entry.id);
  const beside = evaluation.companions.filter((companion) => entry.companions.includes(companion.id) && companion.need === "needed");

  return (
    <article className={classes.card} data-letter={letter} aria-labelledby={titleId}>
      <div className={classes.head}>
        <span className={classes.letter} aria-hidden>
          {letter}
        </span>
        <h2 id={titleId}>{entry.name}</h2>
        {letter === "A" && <Chip soft>{t("simplest")}</Chip>}
        {conditions.length > 0 && <Chip>{t("condition")}</Chip>}
        {letter !== "A" && conditions.length === 0 && <Chip>{t("fits")}</Chip>}
      </div>
      <p className={classes.why}>{whyText()}</p>
      <OverrideNote candidateId={entry.id} />
      <dl className={classes.facts}>
        <div>
          <dt>{t("margin")}</dt>
          <dd>{margin ? <FlipWords flip={margin} /> : t("marginNone")}</dd>
          {margin && <Headroom flip={margin} />}
        </div>
        <div>
          <dt>{t("watch")}</dt>
          <dd>
            <WatchList entries={[...finalist.watch, ...conditions]} />
            {ownWarnings
              .filter((warning) => !finalist.watch.some((entryOf) => entryOf.id === warning.id))
              .map((warning) => (
                <p key={warning.id}>
                  {words.say(warning.text)} <span className="rule-id">({warning.id})</span>
                </p>
              ))}
            {finalist.watch.length + conditions.length + ownWarnings.length === 0 && t("watchNone")}
          </dd>
        </div>
        <div>
          <dt>{t("runAs")}</dt>
          <dd>
            {hosting.length > 0 ? hosting.slice(0, HOSTING_SHOWN).join(" · ") : t("runAsSelf")}
            {hosting.length > HOSTING_SHOWN && <span className="muted"> {t("moreHosting", { n: hosting.length - HOSTING_SHOWN })}</span>}
          </dd>
        </div>
        {leavesIf.length > 0 && (
          <div>
            <dt>{t("change")}</dt>
            <dd>
              <LeavesIf flips={leavesIf} />
            </dd>
          </div>
        )}
        {beside.length > 0 && (
          <div>
            <dt>{t("beside")}</dt>
            <dd>{beside.map((companion) => words.say(companion.text)).join(" ")}</dd>
          </div>
        )}
        <div>
          <dt>{t("wayOut")}</dt>
          <dd>
            {t(`door.${doorOf(lockIn)}`)} {lockIn !== null && <span className="muted">({t("lockIn", { n: lockIn })})</span>}
          </dd>
        </div>
      </dl>
      <CommentList worksheetId={view.id} subject={`candidate:${entry.id}`} role={view.you.role} about={titleId} />
      <OverrideButton candidate={entry} action="exclude" />
    </article>
  );

  function whyText() {
    const said = reasons.slice(0, REASONS_SHOWN);
    if (said.length > 0)
      return said.map((rule) => (
        <Fragment key={rule.id}>
          <Said text={rule.text} />{" "}
        </Fragment>
      ));
    // The catalogue's own sentence is in English, whatever the reader's language.
    return <span lang="en">{prose?.systems.get(entry.id)?.choose_when[0] ?? ""}</span>;
  }
}

function WatchList({ entries }: { entries: TrailEntry[] }) {
  const { words } = useShortlist();
  return entries.slice(0, WATCH_SHOWN).map((rule) => (
    <p key={rule.id}>
      {words.say(rule.text)} <span className="rule-id">({rule.id})</span>
    </p>
  ));
}
