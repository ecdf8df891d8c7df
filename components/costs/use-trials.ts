"use client";

import { useEffect, useMemo, useState } from "react";
import { memberEstimates } from "@/lib/domain/cost-settings/member-estimates";
import type { CostRequest } from "@/lib/domain/costs/request-schema";
import type { CostReply } from "@/lib/domain/costs/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";

type Uncertainty = CostReply["uncertainty"];

/** The 4,000 trials over the members' estimates, from a worker; null until they are in, or where nobody estimated a load. */
export function useTrials(request: CostRequest | null, view: WorksheetView): Uncertainty {
  const uncertainty = useMemo(() => memberEstimates(view.answers, view.id), [view.answers, view.id]);
  const asked = useMemo(() => (request && uncertainty ? { ...request, uncertainty } : null), [request, uncertainty]);
  const [result, setResult] = useState<{ of: CostRequest; found: Uncertainty } | null>(null);

  useEffect(() => {
    if (asked === null) return;
    const worker = new Worker(new URL("./trials.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Uncertainty>) => {
      setResult({ of: asked, found: data });
      worker.terminate();
    });
    worker.postMessage(asked);
    return () => worker.terminate();
  }, [asked]);

  return result !== null && asked !== null ? result.found : null;
}
