import "server-only";
import { setImmediate } from "node:timers/promises";
import { neutralitySteps } from "@/lib/domain/neutrality/neutrality";
import type { Neutrality } from "@/lib/domain/neutrality/schema";

/** Longest stretch of counting before others get the processor: far below what a person notices in a page. */
const SLICE_MS = 15;

/**
 * The counts over the grid, worked out once per process at first use and then kept. Takes seconds, in slices, so that
 * requests are answered meanwhile. Kept on `globalThis`, because Next's bundle holds its own copy of this module.
 */
export function readNeutrality(): Promise<Neutrality> {
  const holder = globalThis as { __shortlistNeutrality?: Promise<Neutrality> };
  holder.__shortlistNeutrality ??= countInSlices().catch((error: unknown) => {
    delete holder.__shortlistNeutrality;
    throw error;
  });
  return holder.__shortlistNeutrality;
}

async function countInSlices(): Promise<Neutrality> {
  const steps = neutralitySteps();
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - began < SLICE_MS) continue;
    await setImmediate();
    began = performance.now();
  }
}
