"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { IN_FORCE } from "@/lib/domain/record/in-force";
import { SHORTLIST_PARTS, type ShortlistPart, shortlistPart } from "@/lib/shortlist-routes";
import classes from "./part-nav.module.css";
import { useShortlist } from "./shortlist-context";

/** The list and what can be done with it. Whoever only reads is not offered what they may not do. */
export function PartNav({ current }: { current: ShortlistPart }) {
  const t = useTranslations("candidates.part");
  const { view, canAct } = useShortlist();
  const isShown = (part: ShortlistPart) => {
    if (part === "rerun") return IN_FORCE.has(view.adr.status);
    return part !== "add" || canAct || current === "add";
  };
  return (
    <nav className={`${classes.nav} no-print`} aria-label={t("label")}>
      <ul>
        {SHORTLIST_PARTS.filter(isShown).map((part) => (
          <li key={part}>
            <Link href={shortlistPart(view.id, part)} aria-current={part === current ? "page" : undefined} prefetch={false}>
              {t(part)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
