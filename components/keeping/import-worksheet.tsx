"use client";

import { Button, FileInput, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { ApiError } from "@/lib/client/api";
import { useImportWorksheet } from "@/lib/client/keeping/mutations";
import { readOwnName, rememberOwnName } from "@/lib/client/share/own-name";
import { routes } from "@/lib/routes";
import classes from "./keeping.module.css";

/** A worksheet's file becomes a worksheet here. What the server found in a refused file is shown, not only that it refused. */
export function ImportWorksheet() {
  const t = useTranslations("keeping");
  const router = useRouter();
  const bring = useImportWorksheet();
  const [name, setName] = useState("");
  const [file, setFile] = useState<File | null>(null);
  useEffect(() => setName((current) => current || readOwnName()), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file === null || name.trim() === "") return;
    rememberOwnName(name);
    bring.mutate({ yourName: name, file }, { onSuccess: ({ id }) => router.push(routes.worksheet(id)) });
  };
  const found = bring.error instanceof ApiError ? bring.error.errors : [];
  return (
    <section className={classes.import} aria-labelledby="import-worksheet">
      <h2 id="import-worksheet">{t("import")}</h2>
      <p className="small">{t("importHint")}</p>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          label={t("importName")}
          value={name}
          autoComplete="given-name"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <FileInput
          label={t("importFile")}
          placeholder={t("importChoose")}
          accept="application/json,.json"
          value={file}
          onChange={setFile}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={bring.isPending || bring.isSuccess} disabled={file === null || name.trim() === ""}>
            {t("import")}
          </Button>
        </div>
      </form>
      <ErrorNote error={bring.error} />
      {found.length > 0 && (
        <ul className="small">
          {found.slice(0, 5).map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
