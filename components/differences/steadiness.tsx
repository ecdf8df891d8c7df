"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { Impact } from "@/lib/domain/impact/schema";
import classes from "./bucket-bar.module.css";

/** How often the list stays when the answers combine in other ways. Not for one or two people, nor with nothing open. */
export function Steadiness({ impact }: { impact: Impact }) {
  const t = useTranslations("differences.steady");
  const format = useFormatter();
  const { combinations, names } = impact;
  if (!combinations || combinations.possible <= 1) return null;
  const { stability, isTied, isExact, tried, lists } = combinations;
  const [most] = lists;
  const share = isTied && most ? most.share : stability;
  const systems = format.list((most?.ids ?? []).map((id) => names[id] ?? id));
  const kind = isTied ? "most" : "same";
  return (
    <p className={classes.steady}>
      {t(`${kind}.${levelOf(share)}`, { n: outOfHundred(share), list: systems || t("nothing") })}
      {isExact ? null : ` · ${t("tried", { tried })}`}
    </p>
  );
}

/** "100 of 100" is for all and "0 of 100" for none, however the share rounds. */
function outOfHundred(share: number): number {
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}

function levelOf(share: number): "all" | "none" | "some" {
  if (share >= 1) return "all";
  return share <= 0 ? "none" : "some";
}
