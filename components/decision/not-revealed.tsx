import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import classes from "./decision.module.css";

export function NotRevealed({ view }: { view: WorksheetView }) {
  const t = useTranslations("decision");
  return (
    <>
      <h1 className={`find ${classes.find}`}>{t.rich("finding.notRevealed", { b: (chunks: ReactNode) => <b>{chunks}</b> })}</h1>
      <p className="quiet">{t("notRevealed.body")}</p>
      <p className={classes.row}>
        {view.you.role !== "observer" && <Link href={routes.step(view.id, "workload")}>{t("notRevealed.way")}</Link>}
        <Link href={routes.differences(view.id)}>{t("notRevealed.differences")}</Link>
      </p>
    </>
  );
}
