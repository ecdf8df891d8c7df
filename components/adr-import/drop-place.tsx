"use client";

import { type DragEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import classes from "./import.module.css";
import { droppedFiles } from "./read-sources";

type Props = { onFiles: (files: readonly File[]) => void /** How many files are being read. */; reading: number };

/** Files or a folder by drop, or by the two buttons for whoever uses a keyboard. */
export function DropPlace({ onFiles, reading }: Props) {
  const t = useTranslations("adrImport");
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles(await droppedFiles(event.dataTransfer));
  };
  const chosen = (input: HTMLInputElement) => {
    onFiles([...(input.files ?? [])]);
    input.value = "";
  };
  return (
    <section
      className={classes.drop}
      data-over={isOver || undefined}
      aria-label={t("drop")}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p className={classes.dropWords}>{reading > 0 ? t("reading", { n: reading }) : t(isOver ? "dropping" : "drop")}</p>
      <div className={classes.buttons}>
        <button type="button" className={classes.button} onClick={() => files.current?.click()}>
          {t("files")}
        </button>
        <button type="button" className={classes.button} onClick={() => folder.current?.click()}>
          {t("folder")}
        </button>
      </div>
      <input ref={files} type="file" multiple hidden aria-label={t("files")} onChange={(event) => chosen(event.currentTarget)} />
      <input ref={folder} type="file" hidden aria-label={t("folder")} {...FOLDER} onChange={(event) => chosen(event.currentTarget)} />
    </section>
  );
}

/** React has no name for it; every browser does. */
const FOLDER = { webkitdirectory: "" };
