"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { SecretLink } from "@/components/ui/secret-link";
import { useKeptLinks } from "@/lib/client/share/kept-links";
import { useMakeReturnLink } from "@/lib/client/share/mutations";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./own-return-link.module.css";

/** Below a heading of its own, or with one. */
export function OwnReturnLink({ worksheet, hasHeading = true }: { worksheet: WorksheetView; hasHeading?: boolean }) {
  const t = useTranslations("worksheet");
  const kept = useKeptLinks(worksheet.id);
  const make = useMakeReturnLink(worksheet.id);
  return (
    <section className={classes.section}>
      {hasHeading && <h3>{t("menu.returnLink")}</h3>}
      <p className="small">{t(kept.return ? "menu.returnHint" : "menu.makeReturnHint")}</p>
      {kept.return ? (
        <SecretLink link={kept.return} what={t("return.what")} said={t("return.copied")} />
      ) : (
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate(worksheet.you.memberId)}>
          {t("menu.makeReturn")}
        </Button>
      )}
      <ErrorNote error={make.error} />
    </section>
  );
}
