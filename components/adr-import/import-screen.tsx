"use client";

import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { SiteHeader } from "@/components/site/site-header";
import { Column } from "@/components/ui/column";
import { announce } from "@/components/ui/live-region";
import type { ImportedFile, ImportSource } from "@/lib/domain/adr-import/import-report";
import { DropPlace } from "./drop-place";
import classes from "./import.module.css";
import { PasteBox } from "./paste-box";
import { MAX_FILES, readSources, sourcesOf } from "./read-sources";
import { ReportTable } from "./report-table";

/** Reads records of any usual form in the browser and says of every file what became of it. */
export function ImportScreen() {
  const t = useTranslations("adrImport");
  // Everything given so far, at once: a second text may come while the first is still being read.
  const given = useRef<readonly ImportSource[]>([]);
  const [report, setReport] = useState<ImportedFile[]>([]);
  const [reading, setReading] = useState(0);
  const [isCut, setIsCut] = useState(false);
  const parsed = report.filter((file) => file.outcome === "parsed").length;
  const counts = { parsed, total: report.length, skipped: report.length - parsed };
  const b = (chunks: ReactNode) => <b>{chunks}</b>;

  const read = async (added: readonly ImportSource[]) => {
    const all = [...given.current, ...added];
    given.current = all;
    const next = await readSources(all);
    if (given.current !== all) return;
    setReport(next);
    setReading(0);
    announce(t("said", { parsed: next.filter((file) => file.outcome === "parsed").length, total: next.length }));
  };
  const takeFiles = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setReading(files.length);
    setIsCut(files.length > MAX_FILES);
    await read(await sourcesOf(files));
  };
  const takeText = (content: string) => {
    const n = given.current.filter((source) => typeof source.content === "string").length + 1;
    return read([{ name: t("pasted", { n }), content }]);
  };

  return (
    <>
      <SiteHeader home={t("home")} />
      <main id="main">
        <Column width="wide">
          <h1 className={`find ${classes.find}`}>
            {report.length === 0 ? t.rich("finding.empty", { b }) : t.rich("finding.done", { b, ...counts })}
          </h1>
          <p className={classes.lead}>{t("lead")}</p>
          <div className={classes.ways}>
            <DropPlace onFiles={takeFiles} reading={reading} />
            <PasteBox onText={takeText} />
          </div>
          {isCut && <p role="status">{t("tooMany", { max: MAX_FILES })}</p>}
          {report.length > 0 && (
            <ReportTable
              report={report}
              onClear={() => {
                given.current = [];
                setReport([]);
                setIsCut(false);
              }}
            />
          )}
        </Column>
      </main>
    </>
  );
}
