"use client";

import { useLocale, useTranslations } from "use-intl";
import { displayLoad, displayMoney, displayPrice, displayQuantity } from "@/lib/domain/costs/display";
import type { Dimension, MonthlyCost } from "@/lib/domain/costs/schema";
import type { MessageRef } from "@/lib/domain/messages/message-ref";

const NAMESPACE = "costs";

/** Texts, money and loads of the costs screen in the reader's language. */
export function useCostWords() {
  const t = useTranslations(NAMESPACE);
  const anyOf = useTranslations();
  const locale = useLocale();
  const money = (usd: string | number) => displayMoney(usd, locale);
  return {
    t,
    locale,
    money,
    price: (usd: string) => displayPrice(usd, locale),
    load: (perSecond: number) => displayLoad(perSecond, locale),
    quantity: (value: string) => displayQuantity(value, locale),
    sayId: (id: string, params: MessageRef["params"] = {}) => t(id, params),
    /** A sentence of the domain, whatever its namespace. */
    say: (ref: MessageRef) => anyOf(ref.id, ref.params),
    dimension: (dimension: Dimension) => t(`dimensions.${dimension}`),
    total: ({ feasible, total, complete }: Pick<MonthlyCost, "feasible" | "total" | "complete">) => {
      if (!feasible || total === null) return t("totals.cannot");
      return complete ? money(total) : t("totals.atLeast", { cost: money(total) });
    },
  };
}
export type CostWords = ReturnType<typeof useCostWords>;
