"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "use-intl";
import { worthQuery } from "@/lib/client/impact/worth-query";
import { doorOf } from "@/lib/domain/catalogue/door";
import { displayMoney } from "@/lib/domain/costs/display";
import { findFacts } from "@/lib/domain/engine/facts";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** Until the first look back, after which a two-way door may be gone through again. */
const MONTHS_UNTIL_REVIEW = 3;

/** Where the choice is easily undone and the bill hardly depends on what is still open, another meeting costs more than it saves. */
export function MeetingNudge() {
  const t = useTranslations("candidates.meeting");
  const locale = useLocale();
  const { evaluation, view } = useShortlist();
  const { data } = useQuery({ ...worthQuery(view.id), enabled: !view.isFrozen });
  const [lead] = evaluation.shortlist;
  if (!data?.isPriced || !lead || view.isFrozen || doorOf(findFacts(lead.id)?.lockIn ?? null) !== "two") return null;
  const atStake = Math.max(0, ...data.fields.map(({ usdMonth }) => Number(usdMonth))) * MONTHS_UNTIL_REVIEW;
  const { people, hourUsd, usd } = data.meeting;
  if (people < 2 || atStake >= Number(usd)) return null;
  const money = (amount: string | number) => displayMoney(amount, locale);
  const params = { n: people, meeting: money(usd), hour: money(hourUsd), atStake: money(atStake), name: lead.name };
  return (
    <p className={`quiet ${classes.calm}`} role="note">
      <b>{t("finding")}</b> {t(atStake === 0 ? "nothing" : "body", params)}
    </p>
  );
}
