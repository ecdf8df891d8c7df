import { computeCosts } from "@/lib/domain/costs/compute-costs";
import type { CostRequest } from "@/lib/domain/costs/request-schema";

/** Tries costs over the members' estimates away from the page, so that typing and scrolling never wait for it. */
self.addEventListener("message", ({ data }: MessageEvent<CostRequest>) => {
  const { uncertainty } = computeCosts({ ...data, growth: undefined, tco: undefined });
  self.postMessage(uncertainty);
});
