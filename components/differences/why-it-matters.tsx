"use client";

import { useLocale, useTranslations } from "use-intl";
import { findField } from "@/lib/domain/answers/fields";
import { displayMoney } from "@/lib/domain/costs/display";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import type { FieldImpact, Impact, Outcome } from "@/lib/domain/impact/schema";
import classes from "./difference-card.module.css";
import { useDifferences } from "./differences-context";
import { useListWords } from "./use-list-words";
import { useWords } from "./use-words";

/** What this difference does to the shortlist, in a line or two. Nothing while that is not known. */
export function WhyItMatters({ field }: { field: WorksheetField }) {
  const t = useTranslations("differences.why");
  const locale = useLocale();
  const { impact, worth } = useDifferences();
  const own = impact?.fields.find((one) => one.field === field.field);
  const usd = worth.get(field.field);
  // What changes nothing at all lies where a heading says so.
  const isTold = own !== undefined && (own.bucket !== "same" || own.reorders);
  if (!impact || (!isTold && usd === undefined)) return null;
  return (
    <div className={classes.why}>
      {isTold && <Why field={field} own={own} impact={impact} />}
      {usd !== undefined && <p>{t("worth", { amount: displayMoney(usd, locale) })}</p>}
    </div>
  );
}

type Props = { field: WorksheetField; own: FieldImpact; impact: Impact };

function Why({ field, own, impact }: Props) {
  const t = useTranslations("differences.why");
  const words = useWords();
  if (own.bucket === "together") {
    const partner = own.partner === null ? undefined : findField(own.partner);
    return <p>{partner ? t("together", { partner: words.label(partner) }) : t("togetherSeveral")}</p>;
  }
  if (own.bucket === "same") return <p>{t("reorders")}</p>;
  return own.hasProvisional ? (
    <AgainstTheList field={field} own={own} impact={impact} />
  ) : (
    <EachList field={field} own={own} impact={impact} />
  );
}

/** Whose answers change the team's list, and how. */
function AgainstTheList({ field, own, impact }: Props) {
  const t = useTranslations("differences.why");
  const words = useListWords(impact);
  const isOther = ({ adds, removes }: Outcome) => adds.length > 0 || removes.length > 0;
  const others = own.outcomes.filter(isOther);
  return (
    <p>
      {others.map((outcome) => (
        <span key={outcome.memberIds.join()}>
          {t.rich("ifRight", {
            people: words.people(outcome),
            count: outcome.memberIds.length,
            values: words.values(field, outcome),
            change: () => <b>{words.change(outcome)}</b>,
          })}{" "}
        </span>
      ))}
      {others.length < own.outcomes.length ? t("others") : null}
    </p>
  );
}

/** The team has no answer of its own yet, so each answer stands with its list. */
function EachList({ field, own, impact }: Props) {
  const t = useTranslations("differences.why");
  const words = useListWords(impact);
  return (
    <ul className={classes.each}>
      {own.outcomes.map((outcome) => (
        <li key={outcome.memberIds.join()}>
          {t.rich("each", {
            people: words.people(outcome),
            count: outcome.memberIds.length,
            values: words.values(field, outcome),
            list: () => <b>{words.list(outcome.list)}</b>,
          })}
        </li>
      ))}
    </ul>
  );
}
