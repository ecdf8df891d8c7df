"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useOpenSample } from "@/lib/client/worksheet/mutations";
import { routes } from "@/lib/routes";
import classes from "./log.module.css";

/** What a new log is for, the two ways to its first line, and a decision to look at meanwhile. */
export function LogEmpty({ spaceId, mayWrite }: { spaceId: string; mayWrite: boolean }) {
  const t = useTranslations("log.empty");
  const router = useRouter();
  const sample = useOpenSample();
  const openSample = () => sample.mutate(undefined, { onSuccess: ({ id }) => router.push(routes.worksheet(id)) });
  return (
    <div className={classes.empty}>
      <p className="quiet">{t("text")}</p>
      {mayWrite && (
        <Link href={routes.spaceImport(spaceId)} className="plain-button">
          {t("import")}
        </Link>
      )}
      <p className="small">{t("move")}</p>
      <Button variant="subtle" size="compact-sm" loading={sample.isPending || sample.isSuccess} onClick={openSample}>
        {t("sample")}
      </Button>
      <ErrorNote error={sample.error} />
    </div>
  );
}
