"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { deskQueries } from "@/lib/client/decision/desk-queries";
import { adrNumber } from "@/lib/client/sign-off/sign-state";
import { ADR_FORMATS } from "@/lib/domain/adr/formats";
import type { RelatedRecord } from "@/lib/domain/decision/desk";
import type { LifeStatus } from "@/lib/domain/record/life-cycle";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { files, routes } from "@/lib/routes";
import classes from "./desk.module.css";
import { StatusForm } from "./status-form";
import { SupersedeForm } from "./supersede-form";

/** A decision replaces another from its acceptance on, whatever becomes of it later. */
const IN_FORCE = new Set<LifeStatus>(["accepted", "deprecated", "superseded"]);

/** Where the record stands in the log, what it replaces and what replaces it. */
export function LifePanel({ view }: { view: WorksheetView }) {
  const t = useTranslations("decision.life");
  const { data: desk } = useQuery(deskQueries.desk(view.id));
  if (desk === undefined) return null;
  const { status, reason, allowed, supersededBy, supersedes } = desk.life;
  const isFacilitator = view.you.role === "facilitator";
  return (
    <section id="life" className={classes.part} aria-labelledby="life-heading">
      <h2 id="life-heading" className={classes.heading}>
        {t("heading")}
      </h2>
      <p>
        <strong>{t(`status.${status}`)}</strong>
        {reason !== "" && ` ${t("because", { reason })}`}
      </p>
      <ul className={classes.list}>
        {supersededBy.map((one) => (
          <Related key={one.worksheetId} one={one} kind={one.isAccepted ? "by" : "willBeBy"} />
        ))}
        {supersedes.map((one) => (
          <Related key={one.worksheetId} one={one} kind={IN_FORCE.has(status) ? "over" : "willReplace"} />
        ))}
      </ul>
      {view.revisions.length > 0 && (
        <p className="small">
          {t("files")}{" "}
          {ADR_FORMATS.map((format, at) => (
            <span key={format}>
              {at > 0 && " · "}
              <a href={files.adrMarkdown(view.id, format)}>{t(`format.${format}`)}</a>
            </span>
          ))}
        </p>
      )}
      {isFacilitator && allowed.map((next) => <StatusForm key={next} worksheetId={view.id} next={next} />)}
      {isFacilitator && status !== "superseded" && <SupersedeForm worksheetId={view.id} taken={supersedes} />}
    </section>
  );
}

function Related({ one, kind }: { one: RelatedRecord; kind: "by" | "willBeBy" | "over" | "willReplace" }) {
  const t = useTranslations("decision.life");
  const name = one.number === null ? one.title : t("numbered", { number: adrNumber(one.number), title: one.title });
  return (
    <li className={classes.item}>
      <span>
        {t(`${kind}${one.isPartial ? "Part" : ""}`)}{" "}
        {one.isGone ? <em>{t("gone")}</em> : <Link href={routes.decision(one.worksheetId)}>{name}</Link>}
        {one.note !== "" && <span className={classes.done}>{one.note}</span>}
      </span>
    </li>
  );
}
