"use client";

import { type ChangeEvent, type DragEvent, useState } from "react";
import { useTranslations } from "use-intl";
import classes from "./verify.module.css";

type Props = { onFile: (file: File) => void; isBusy: boolean };

/** A file input that files may also be dropped on. */
export function DropZone({ onFile, isBusy }: Props) {
  const t = useTranslations("verify-page");
  const [isOver, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) onFile(file);
    // The same file again is a new check.
    event.target.value = "";
  };

  return (
    <label
      className={isOver ? `${classes.drop} ${classes.over}` : classes.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className={classes.input}
        accept=".pdf,.json,application/pdf,application/json"
        onChange={choose}
        disabled={isBusy}
      />
      <span className={classes.dropTitle}>{isBusy ? t("checking") : t("drop")}</span>
      <span className="tiny">{t("kinds")}</span>
    </label>
  );
}
