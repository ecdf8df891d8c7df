"use client";

import { useQueries } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { revisionQueries } from "@/lib/client/sign-off/queries";
import { type RecordChange, recordChanges } from "@/lib/domain/sign-off/record-changes";
import type { DiffPiece } from "@/lib/domain/sign-off/word-diff";
import type { RevisionView } from "@/lib/domain/worksheet/schema";
import classes from "./what-changed.module.css";

type Props = { worksheetId: string; before: RevisionView; after: RevisionView; isYours: boolean };

/** What an earlier approval no longer covers: the difference between two frozen records, part by part. */
export function WhatChanged({ worksheetId, before, after, isYours }: Props) {
  const t = useTranslations("sign.changed");
  const [old, now] = useQueries({
    queries: [before, after].map((revision) => revisionQueries.detail(worksheetId, revision.n, revision.sha256)),
  });
  const changes = old?.data && now?.data ? recordChanges(old.data.record, now.data.record) : null;
  return (
    <section className={classes.panel} aria-label={t("heading", { n: before.n })}>
      <h2 className={classes.heading}>{t("heading", { n: before.n })}</h2>
      {isYours && <p className="small">{t("since", { n: before.n })}</p>}
      {changes === null && <p className="small">{t("loading")}</p>}
      {changes?.length === 0 && <p className="small">{t("nothing")}</p>}
      {changes !== null && changes.length > 0 && (
        <dl className={classes.list}>
          {changes.map((change) => (
            <div key={change.part}>
              <dt>{t(`part.${change.part}`)}</dt>
              <dd>
                <Change change={change} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Change({ change }: { change: RecordChange }) {
  const t = useTranslations("sign.changed");
  const format = useFormatter();
  if (change.kind === "text") return <Pieces pieces={change.pieces} />;
  if (change.kind === "count") return t("count", { n: change.changed });
  if (change.kind === "whole") return t("whole");
  return (
    <>
      {change.added.length > 0 && t("in", { names: format.list(change.added) })}{" "}
      {change.removed.length > 0 && t("out", { names: format.list(change.removed) })}
    </>
  );
}

function Pieces({ pieces }: { pieces: readonly DiffPiece[] }) {
  const t = useTranslations("sign.changed");
  return pieces.map((piece, index) => {
    const key = `${index}${piece.kind}`;
    if (piece.kind === "same") return <span key={key}>{piece.text}</span>;
    const Tag = piece.kind === "added" ? "ins" : "del";
    return (
      <Tag key={key} className={classes[piece.kind]}>
        <span className="visually-hidden">{t(piece.kind)} </span>
        {piece.text}
      </Tag>
    );
  });
}
