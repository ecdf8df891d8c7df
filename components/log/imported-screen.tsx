"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { SpaceShell } from "@/components/space/space-shell";
import { Column } from "@/components/ui/column";
import type { ImportedRecord, OwnDecision } from "@/lib/domain/log/schema";
import type { SpaceView } from "@/lib/domain/space/schema";
import { files, routes } from "@/lib/routes";
import sheet from "./imported.module.css";
import classes from "./log.module.css";
import { ReplacedForm } from "./replaced-form";
import { TagForm } from "./tag-form";

/** An imported record: what the log reads in it, and its text as it stands in the file. */
type Props = { space: SpaceView; record: ImportedRecord; own: readonly OwnDecision[] };

export function ImportedScreen({ space, record, own }: Props) {
  const t = useTranslations("log");
  const format = useFormatter();
  const { entry } = record;
  const facts = [
    ["status", `${t(`status.${entry.status}`)}${entry.statusWritten ? ` ${t("written", { text: entry.statusWritten })}` : ""}`],
    ["chosen", entry.chosen],
    ["decided", entry.decidedOn],
    ["approvers", entry.approvers.join(", ")],
    ["file", record.path],
  ] as const;
  return (
    <SpaceShell id={space.id} name={space.name} current="log">
      <Column>
        <p>
          <Link href={routes.space(space.id)} prefetch={false}>
            {t("back")}
          </Link>
        </p>
        <h1 className={sheet.imported}>
          {entry.number === null ? entry.title : t("numbered", { number: String(entry.number).padStart(4, "0"), title: entry.title })}
        </h1>
        <p className="small">
          {t("importedBy", { by: record.by, when: format.dateTime(new Date(record.at), { dateStyle: "medium" }) })}{" "}
          <a href={files.importedSource(space.id, entry.id)} download>
            {t("source")}
          </a>
        </p>
        <dl className={sheet.facts}>
          {facts.map(
            ([name, value]) =>
              value && (
                <Fact key={name} name={t(`column.${name}`)}>
                  {value}
                </Fact>
              ),
          )}
          {[
            ...entry.replaces.map((other) => ["replaces", other] as const),
            ...entry.replacedBy.map((other) => ["replacedBy", other] as const),
          ].map(([word, other]) => (
            <Fact key={`${word}${other.id}`} name={t(word)}>
              <Link
                href={other.worksheetId ? routes.worksheet(other.worksheetId) : routes.importedRecord(space.id, other.id)}
                prefetch={false}
              >
                {other.title}
              </Link>
            </Fact>
          ))}
        </dl>
        {space.you.role !== "observer" && <TagForm spaceId={space.id} entryId={entry.id} tags={entry.tags} />}
        {space.you.role !== "observer" && <ReplacedForm spaceId={space.id} entry={entry} own={own} />}
        <div className={classes.text}>{record.text}</div>
      </Column>
    </SpaceShell>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
