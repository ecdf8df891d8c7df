"use client";

import { useEffect, useMemo, useState } from "react";
import { estimatesFromAnswers } from "@/lib/domain/costs/estimates-from-answers";
import { uncertaintySchema } from "@/lib/domain/costs/estimates-schema";
import type { CostRequest } from "@/lib/domain/costs/request-schema";
import type { CostReply } from "@/lib/domain/costs/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";

type Uncertainty = CostReply["uncertainty"];

/** The 4,000 trials over the members' estimates, from a worker; null until they are in, or where nobody estimated a load. */
export function useTrials(request: CostRequest | null, view: WorksheetView): Uncertainty {
  const uncertainty = useMemo(() => {
    const estimates = estimatesFromAnswers(view.answers, view.id);
    return estimates === null ? null : uncertaintySchema.parse(estimates);
  }, [view.answers, view.id]);
  const asked = useMemo(() => (request && uncertainty ? { ...request, uncertainty } : null), [request, uncertainty]);
  const [found, setFound] = useState<Uncertainty>(null);

  useEffect(() => {
    if (asked === null) return;
    return runTrials(asked, setFound);
  }, [asked]);

  return asked === null ? null : found;
}

/** Tries beside the page; where a browser refuses the worker, on the page itself once it is idle. Returns how to stop. */
function runTrials(asked: CostRequest, take: (found: Uncertainty) => void): () => void {
  let isOver = false;
  const worker = new Worker(new URL("./trials.worker.ts", import.meta.url), { type: "module", name: "trials" });
  worker.addEventListener("message", ({ data }: MessageEvent<Uncertainty>) => {
    if (!isOver) take(data);
    worker.terminate();
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    worker.terminate();
    void import("@/lib/domain/costs/compute-costs").then(({ computeCosts }) => {
      if (!isOver) take(computeCosts({ ...asked, growth: undefined, tco: undefined }).uncertainty);
    });
  });
  worker.postMessage(asked);
  return () => {
    isOver = true;
    worker.terminate();
  };
}
