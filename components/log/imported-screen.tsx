"use client";

import { Button, TextInput } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { SpaceShell } from "@/components/space/space-shell";
import { Column } from "@/components/ui/column";
import { ErrorNote } from "@/components/ui/error-note";
import { useSetTags } from "@/lib/client/log/mutations";
import type { ImportedRecord } from "@/lib/domain/log/schema";
import type { SpaceView } from "@/lib/domain/space/schema";
import { files, routes } from "@/lib/routes";
import classes from "./log.module.css";

/** An imported record: what the log reads in it, and its text as it stands in the file. */
export function ImportedScreen({ space, record }: { space: SpaceView; record: ImportedRecord }) {
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
        <h1>
          {entry.number === null ? entry.title : t("numbered", { number: String(entry.number).padStart(4, "0"), title: entry.title })}
        </h1>
        <p className="small">
          {t("importedBy", { by: record.by, when: format.dateTime(new Date(record.at), { dateStyle: "medium" }) })}{" "}
          <a href={files.importedSource(space.id, entry.id)} download>
            {t("source")}
          </a>
        </p>
        <dl className={classes.facts}>
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

function TagForm({ spaceId, entryId, tags }: { spaceId: string; entryId: string; tags: string[] }) {
  const t = useTranslations("log.tags");
  const [text, setText] = useState(tags.join(", "));
  const save = useSetTags(spaceId);
  const list = text
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);
  return (
    <form
      method="post"
      className={classes.startRow}
      style={{ marginBlockEnd: 28, alignItems: "flex-end" }}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ entryId, tags: list });
      }}
    >
      <TextInput label={t("label")} description={t("hint")} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
      <Button type="submit" variant="default" loading={save.isPending}>
        {t("save")}
      </Button>
      {save.isSuccess && (
        <span className="small" role="status">
          {t("saved")}
        </span>
      )}
      <ErrorNote error={save.error} />
    </form>
  );
}
