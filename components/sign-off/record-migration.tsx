import { useTranslations } from "use-intl";
import type { DecisionRecord } from "@/lib/domain/record/schema";

type Props = { plan: NonNullable<DecisionRecord["migration"]>; candidates: DecisionRecord["evaluation"]["candidates"] };

/** How the team gets there from what runs today, in brief; the steps stand in the full record. */
export function RecordMigration({ plan, candidates }: Props) {
  const t = useTranslations("sign.read");
  const from = plan.from === "custom" ? t("ownSystem") : (candidates.find(({ id }) => id === plan.from)?.name ?? plan.from);
  return <p>{t("moving", { from, way: plan.way ?? "open", n: plan.steps.length })}</p>;
}
