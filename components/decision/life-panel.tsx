"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useTakeBackSupersession } from "@/lib/client/decision/desk-mutations";
import { deskQueries } from "@/lib/client/decision/desk-queries";
import { adrNumber } from "@/lib/client/sign-off/sign-state";
import { ADR_FORMATS } from "@/lib/domain/adr/formats";
import type { RelatedRecord, ReplacedImport } from "@/lib/domain/decision/desk";
import { IN_FORCE } from "@/lib/domain/record/in-force";
import type { LifeStatus } from "@/lib/domain/record/life-cycle";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { files, routes } from "@/lib/routes";
import classes from "./desk.module.css";
import { StatusForm } from "./status-form";
import { SupersedeForm } from "./supersede-form";

/** Where the record stands in the log, what it replaces and what replaces it. */
export function LifePanel({ view }: { view: WorksheetView }) {
  const t = useTranslations("decision.life");
  const { data: desk } = useQuery(deskQueries.desk(view.id));
  if (desk === undefined) return null;
  const { status, reason, allowed, supersededBy, supersedes, supersedesImports, reopens, reopenedAs } = desk.life;
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
        {reopenedAs.map((one) => (
          <Related key={one.worksheetId} one={one} kind="willBeBy" />
        ))}
        {reopens && !IN_FORCE.has(status) && <Related one={reopens} kind="willReplace" />}
        {supersedes.map((one) => (
          <Related key={one.worksheetId} one={one} kind={IN_FORCE.has(status) ? "over" : "willReplace"}>
            {isFacilitator && IS_OPEN.has(status) && <TakeBack worksheetId={view.id} one={one} />}
          </Related>
        ))}
        {supersedesImports.map((one) => (
          <Imported key={one.entryId} one={one} kind={IN_FORCE.has(status) ? "over" : "willReplace"} isReadable={view.space !== null} />
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
      {(status === "superseded" || status === "deprecated") && (
        <p className="small">
          <a href={files.adrPdfToday(view.id)}>{t("pdfToday")}</a>
        </p>
      )}
      {isFacilitator && allowed.map((next) => <StatusForm key={next} worksheetId={view.id} next={next} />)}
      {isFacilitator && status !== "superseded" && <SupersedeForm worksheetId={view.id} taken={supersedes} />}
    </section>
  );
}

/** While nobody was asked to approve it; afterwards the link is part of what they approve. */
const IS_OPEN = new Set<LifeStatus>(["draft", "rejected"]);

function TakeBack({ worksheetId, one }: { worksheetId: string; one: RelatedRecord }) {
  const t = useTranslations("decision.life");
  const takeBack = useTakeBackSupersession(worksheetId);
  return (
    <span>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t("takeBackOne", { title: one.title })}
        loading={takeBack.isPending}
        onClick={() => takeBack.mutate(one.worksheetId)}
      >
        {t("takeBack")}
      </Button>
      <ErrorNote error={takeBack.error} />
    </span>
  );
}

function useNameOf({ number, title }: { number: number | null; title: string }): string {
  const t = useTranslations("decision.life");
  return number === null ? title : t("numbered", { number: adrNumber(number), title });
}

type RelatedProps = { one: RelatedRecord; kind: "by" | "willBeBy" | "over" | "willReplace"; children?: ReactNode };

function Related({ one, kind, children }: RelatedProps) {
  const t = useTranslations("decision.life");
  const name = useNameOf(one);
  return (
    <li className={classes.item}>
      <span>
        {t(`${kind}${one.isPartial ? "Part" : ""}`)}{" "}
        {one.isGone ? <em>{t("gone")}</em> : <Link href={routes.decision(one.worksheetId)}>{name}</Link>}
        {one.note !== "" && <span className={classes.done}>{one.note}</span>}
      </span>
      {children}
    </li>
  );
}

type ImportedProps = { one: ReplacedImport; kind: "over" | "willReplace"; isReadable: boolean };

/** An imported record stands in the space's log; that it is replaced is said and taken back there. */
function Imported({ one, kind, isReadable }: ImportedProps) {
  const t = useTranslations("decision.life");
  const name = useNameOf(one);
  return (
    <li className={classes.item}>
      <span>
        {t(`${kind}${one.isPartial ? "Part" : ""}`)}{" "}
        {isReadable ? <Link href={routes.importedRecord(one.spaceId, one.entryId)}>{name}</Link> : name}{" "}
        <span className={classes.done}>{t("imported")}</span>
      </span>
    </li>
  );
}
