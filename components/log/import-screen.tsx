"use client";

import { Button, Progress } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { DropPlace } from "@/components/adr-import/drop-place";
import { SpaceShell } from "@/components/space/space-shell";
import { Column } from "@/components/ui/column";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { type FileToImport, importInBatches, MAX_IMPORT_FILES } from "@/lib/client/log/import-files";
import type { ImportOutcome } from "@/lib/domain/log/schema";
import type { SpaceView } from "@/lib/domain/space/schema";
import { routes } from "@/lib/routes";
import { filesToImport } from "./files-to-import";
import { ImportReport } from "./import-report";
import classes from "./log.module.css";

type Given = { files: readonly FileToImport[]; leftOver: number };

/** Files, a folder or an archive into the log, with what became of each. */
export function LogImportScreen({ space }: { space: SpaceView }) {
  const t = useTranslations("log.importing");
  const queryClient = useQueryClient();
  const [given, setGiven] = useState<Given>({ files: [], leftOver: 0 });
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[]>([]);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const total = given.files.length;

  const run = async (files: readonly FileToImport[]) => {
    setError(null);
    setOutcomes([]);
    const done: ImportOutcome[] = [];
    try {
      await importInBatches(space.id, {
        files,
        onProgress: (more) => {
          done.push(...more);
          setOutcomes([...done]);
        },
      });
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
    setIsRunning(false);
    announce(t("done", { added: countAdded(done), total: files.length }));
    await queryClient.invalidateQueries({ queryKey: ["space", space.id] });
  };
  const again = () => {
    setIsRunning(true);
    return run(given.files);
  };
  const take = async (chosen: readonly File[]) => {
    if (chosen.length === 0 || isRunning) return;
    setIsRunning(true);
    try {
      const all = await filesToImport(chosen);
      const files = all.slice(0, MAX_IMPORT_FILES);
      setGiven({ files, leftOver: all.length - files.length });
      await run(files);
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
      setIsRunning(false);
    }
  };
  return (
    <SpaceShell id={space.id} name={space.name} current="import">
      <Column width="wide">
        <p>
          <Link href={routes.space(space.id)}>{t("back")}</Link>
        </p>
        <h1 className={`find ${classes.find}`}>
          {outcomes.length === 0 ? t("finding") : t("done", { added: countAdded(outcomes), total: outcomes.length })}
        </h1>
        <p className={`quiet ${classes.lead}`}>{t("lead")}</p>
        <p className="small">{t("limits", { max: MAX_IMPORT_FILES })}</p>
        <DropPlace onFiles={take} reading={isRunning ? Math.max(1, total) : 0} />
        {total > 0 && (
          <div className={classes.more}>
            <Progress value={(100 * outcomes.length) / total} aria-label={t("progress")} />
            <p className="small">{t("progressText", { done: outcomes.length, total })}</p>
          </div>
        )}
        {given.leftOver > 0 && <p role="status">{t("leftOver", { max: MAX_IMPORT_FILES, rest: given.leftOver })}</p>}
        {error && (
          <div className={classes.empty}>
            <ErrorNote error={error} />
            <p>{t("broken", { done: outcomes.length, total })}</p>
            <Button variant="default" onClick={again}>
              {t("again")}
            </Button>
          </div>
        )}
        {outcomes.length > 0 && <ImportReport spaceId={space.id} outcomes={outcomes} />}
      </Column>
    </SpaceShell>
  );
}

const countAdded = (outcomes: readonly ImportOutcome[]): number => outcomes.filter(({ outcome }) => outcome === "added").length;
