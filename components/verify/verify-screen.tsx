"use client";

import { useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useVerifyFile } from "@/lib/client/verify/use-verify-file";
import { DropZone } from "./drop-zone";
import { VerdictView } from "./verdict-view";
import classes from "./verify.module.css";

/** Drop a file, get a verdict. Nobody signs in here, and the file says everything that is shown. */
export function VerifyScreen() {
  const t = useTranslations("verify-page");
  const [hash, setHash] = useState<{ name: string; sha256: string } | null>(null);
  const [name, setName] = useState("");
  const verify = useVerifyFile((sha256) => setHash({ name, sha256 }));
  const printed = usePrintedHash();

  const check = (file: File) => {
    setName(file.name);
    setHash(null);
    verify.mutate(file);
  };

  return (
    <>
      <DropZone onFile={check} isBusy={verify.isPending} />
      {printed !== null && verify.data === undefined && <p className={classes.note}>{t("scanned", { sha256: printed })}</p>}
      {hash !== null && (
        <p className={classes.hash} data-testid="file-hash">
          {t("hashed", { name })} <code>{hash.sha256}</code>
        </p>
      )}
      <p className="visually-hidden" role="status">
        {verify.isPending ? t("checking") : (verify.data?.headline ?? "")}
      </p>
      <ErrorNote error={verify.error} />
      {verify.data && <VerdictView reply={verify.data} printed={printed} />}
    </>
  );
}

/** The QR code on the paper brings the record's hash in the fragment, which no server sees. */
function usePrintedHash(): string | null {
  const fragment = useSyncExternalStore(
    subscribe,
    () => window.location.hash,
    () => "",
  );
  return /^#([0-9a-f]{64})$/u.exec(fragment)?.[1] ?? null;
}

function subscribe(onChange: () => void) {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
}
