import { useFormatter, useLocale, useTranslations } from "use-intl";
import { useDesignWord } from "@/lib/client/costs/design-word";
import { listedDesign } from "@/lib/domain/costs/design-words";
import type { DecisionRecord } from "@/lib/domain/record/schema";
import classes from "./frozen-decision.module.css";

/** The cost of each design at today's load; a total with an unknown price reads "at least". */
export function RecordCosts({ costs }: { costs: DecisionRecord["costs"] }) {
  const t = useTranslations("sign.read");
  const format = useFormatter();
  const locale = useLocale();
  const word = useDesignWord();
  const today = (costs?.designs ?? []).flatMap((design) => {
    const month = design.monthly.find((entry) => entry.scenario === 1);
    // A2, B3 are other ways to host the same finalist; the full record has them.
    const isAlternative = design.letter.length > 1;
    if (isAlternative || !month || month.total === null) return [];
    // The record's own name is the English one.
    const name = (costs && locale !== "en" && word(listedDesign(costs, design.id) ?? "")) || design.name;
    return [{ id: design.id, name: `${design.letter} · ${name}`, total: Number(month.total), complete: month.complete }];
  });
  if (today.length === 0) return <p className="muted">{t("noCosts")}</p>;
  return (
    <ul className={classes.list}>
      {today.map(({ id, name, total, complete }) => {
        const amount = format.number(total, { style: "currency", currency: "USD", maximumFractionDigits: 0 });
        return <li key={id}>{t(complete ? "costToday" : "costTodayAtLeast", { name, amount })}</li>;
      })}
    </ul>
  );
}
