"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import { withTrialPrices } from "@/lib/domain/cost-settings/trial-prices";
import type { CostRequest } from "@/lib/domain/costs/request-schema";
import type { CostReply } from "@/lib/domain/costs/schema";

type Compute = (request: CostRequest) => CostReply;

/**
 * Costs with prices that somebody is trying out: computed here while they type, told to nobody until saved. The
 * calculation and the price book are fetched when the first editor opens.
 */
export function useCostDraft({ request, reply }: { request: CostRequest | null; reply: CostReply | null }) {
  const [prices, setPrices] = useState<Readonly<Record<string, string>>>({});
  const [compute, setCompute] = useState<Compute | null>(null);
  const asked = useRef(false);

  const prepare = useCallback(() => {
    if (asked.current) return;
    asked.current = true;
    void import("@/lib/domain/costs/compute-costs").then(
      (module) => setCompute(() => module.computeCosts),
      () => {
        asked.current = false;
      },
    );
  }, []);
  const tryPrice = useCallback((priceId: string, usd: string | null) => {
    setPrices(({ [priceId]: _old, ...others }) => (usd === null ? others : { ...others, [priceId]: usd }));
  }, []);

  const isTrial = Object.keys(prices).length > 0;
  const shown = useMemo(
    () => (isTrial && compute && request ? compute(withTrialPrices(request, prices)) : reply),
    [isTrial, compute, request, prices, reply],
  );
  return { reply: shown, isTrial: isTrial && shown !== reply, tryPrice, prepare };
}
