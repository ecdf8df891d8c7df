"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { deskQueries } from "@/lib/client/decision/desk-queries";
import type { SectionField } from "@/lib/client/decision/use-decision-fields";
import classes from "./desk.module.css";

/** The texts that a section had, with who wrote them and when. A restored one is a change like any other. */
export function SectionHistory({ worksheetId, field, canWrite }: { worksheetId: string; field: SectionField; canWrite: boolean }) {
  const t = useTranslations("decision.history");
  const sectionName = useTranslations("decision");
  const [isOpen, setIsOpen] = useState(false);
  if (field.server === null) return null;
  const name = t("of", { section: sectionName(`section.${field.section}`) });
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        className={classes.start}
        aria-expanded={isOpen}
        aria-label={name}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t("open")}
      </Button>
      {isOpen && <Past worksheetId={worksheetId} field={field} canWrite={canWrite} label={name} />}
    </>
  );
}

type PastProps = { worksheetId: string; field: SectionField; canWrite: boolean; label: string };

function Past({ worksheetId, field, canWrite, label }: PastProps) {
  const t = useTranslations("decision.history");
  const format = useFormatter();
  const { data: versions, error } = useQuery(deskQueries.history(worksheetId, field.section));
  if (versions === undefined) return error ? <ErrorNote error={error} /> : <p className="tiny">{t("loading")}</p>;
  return (
    <ol className={classes.past} aria-label={label}>
      {versions.map(({ version, text, by, at }) => (
        <li key={version}>
          <span className="tiny">
            {by}, {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
          </span>
          <p>{text === "" ? t("empty") : text}</p>
          {canWrite && text !== field.text && (
            <Button size="compact-xs" variant="default" onClick={() => field.edit(text)}>
              {t("restore")}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
