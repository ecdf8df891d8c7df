"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { deskQueries } from "@/lib/client/decision/desk-queries";
import { adrNumber } from "@/lib/client/sign-off/sign-state";
import { routes } from "@/lib/routes";
import classes from "./revisit.module.css";

/** Where to look instead, once another decision stands in the place of this one. */
export function ReplacedNotice({ worksheetId }: { worksheetId: string }) {
  const t = useTranslations("revisit.replaced");
  const format = useFormatter();
  const { data: desk } = useQuery(deskQueries.desk(worksheetId));
  const by = desk?.life.supersededBy.filter(({ isAccepted, isPartial, isGone }) => isAccepted && !isPartial && !isGone) ?? [];
  return (
    <p className={classes.lead}>
      {t("text", { n: Math.max(1, by.length) })}{" "}
      {format.list(
        by.map(({ worksheetId: id, number, title }) => (
          <Link key={id} href={routes.revisit(id)}>
            {number === null ? title : t("numbered", { number: adrNumber(number), title })}
          </Link>
        )),
      )}
    </p>
  );
}
