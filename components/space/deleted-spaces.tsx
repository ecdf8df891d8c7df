"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useRestoreSpace } from "@/lib/client/space/mutations";
import type { DeletedSpace } from "@/lib/domain/space/schema";
import { routes } from "@/lib/routes";
import classes from "./space.module.css";

/** Spaces that were deleted and this browser may bring back, with the day on which they are gone. */
export function DeletedSpaces({ spaces }: { spaces: readonly DeletedSpace[] }) {
  const t = useTranslations("space.deleted");
  const format = useFormatter();
  const router = useRouter();
  const restore = useRestoreSpace();
  if (spaces.length === 0) return null;
  return (
    <section className={classes.part} style={{ inlineSize: "100%" }} aria-labelledby="deleted-spaces">
      <h2 id="deleted-spaces">{t("title")}</h2>
      <ul className={classes.list}>
        {spaces.map(({ id, name, purgedAt }) => (
          <li key={id} className={classes.row}>
            <span className={classes.what}>{name}</span>
            <span className="small">{t("until", { date: format.dateTime(new Date(purgedAt), { dateStyle: "long" }) })}</span>
            <Button
              variant="default"
              aria-label={t("restoreOf", { name })}
              loading={restore.isPending}
              onClick={() => restore.mutate(id, { onSuccess: () => router.push(routes.space(id)) })}
            >
              {t("restore")}
            </Button>
          </li>
        ))}
      </ul>
      <ErrorNote error={restore.error} />
    </section>
  );
}
