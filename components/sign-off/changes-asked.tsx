import Link from "next/link";
import { useTranslations } from "use-intl";
import type { ApproverLine } from "@/lib/client/sign-off/sign-state";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import classes from "./sign-off.module.css";

type Props = { view: WorksheetView; line: ApproverLine; isFacilitator: boolean };

/** An approver's reason for not approving, where the team cannot miss it. */
export function ChangesAsked({ view, line, isFacilitator }: Props) {
  const t = useTranslations("sign.changes");
  return (
    <section className={classes.card}>
      <h2 className={classes.heading}>{t("heading", { name: line.approver.name })}</h2>
      <blockquote className={classes.quote}>{line.approval?.comment}</blockquote>
      {view.isFrozen && <p className={classes.text}>{t("body", { name: line.approver.name })}</p>}
      {isFacilitator && (
        <p className={classes.row}>
          <Link href={routes.decision(view.id)}>{t("goEdit")}</Link>
        </p>
      )}
    </section>
  );
}
