import type { Impact } from "@/lib/domain/impact/schema";
import type { ImpactInput } from "@/lib/domain/impact/worksheet-impact";

/** What the page asks of the worker, by number, so that a late reply is not taken for a newer one. */
export type EngineRequest = { id: number; input: ImpactInput };

/** `isFinal: false` stands for an impact whose shares over all combinations are still being counted. */
export type EngineReply = { id: number; impact: Impact; isFinal: boolean } | { id: number; failed: string };
