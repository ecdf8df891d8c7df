"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { summariseWorksheet } from "@/lib/domain/disagreement/worksheet-summary";
import { routes } from "@/lib/routes";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** "87 systems, your answers, two left. PostgreSQL is the simplest that satisfies all five." */
export function ShortlistFinding() {
  const t = useTranslations("shortlist.finding");
  const { evaluation, view } = useShortlist();
  const { shortlist, candidates, openAssumptions } = evaluation;
  const values = { b: (chunks: React.ReactNode) => <b>{chunks}</b>, total: candidates.length, left: shortlist.length };
  const first = shortlist[0];
  const isBlank = candidates.every((candidate) => candidate.leftAt === null);
  const summary = summariseWorksheet(view);
  const settled = new Set(view.positions.map((position) => position.field));
  const open = summary.fields.filter((field) => !field.agreed && !settled.has(field.def.path)).length;

  return (
    <div className={classes.finding}>
      <h1 className="find">
        {sentence()} {first && !isBlank && t(openAssumptions.length > 0 ? "simplestSoFar" : "simplest", { name: first.name })}
      </h1>
      {open > 0 && (
        <p className={classes.provisional}>
          {t("provisional", { n: open })} <Link href={routes.differences(view.id)}>{t("settle", { n: open })}</Link>
        </p>
      )}
    </div>
  );

  function sentence() {
    if (shortlist.length === 0) return t.rich("empty", values);
    return t.rich(isBlank ? "blank" : "left", values);
  }
}
