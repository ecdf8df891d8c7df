import { z } from "zod";
import { type Json, jsonSchema } from "../json";
import { messageRefSchema } from "../messages/message-ref";
import type { CostRequest } from "./request-schema";

/** Something that a request left out and the reply rests on. */
export const assumedDefaultSchema = z.object({
  /** Where in the request it would stand, with dots. */
  path: z.string(),
  /** What was taken; null when it stays unknown and is left out of the bill. */
  value: jsonSchema.nullable(),
  source: z.enum(["assumed", "unknown"]),
  /** The same in words, where there are words for it. */
  text: messageRefSchema.nullable(),
});
export type AssumedDefault = z.infer<typeof assumedDefaultSchema>;

/** Workload values that have a sentence of their own under `costs.assumptions`. */
const IN_WORDS = new Set([
  "strongReadShare",
  "transactionalShare",
  "itemReadKb",
  "itemWriteKb",
  "growthGbPerMonth",
  "egressShare",
  "workingSetShare",
  "writesPerVcpuSecond",
  "readsPerVcpuSecond",
  "utilisation",
  "headroom",
  "cacheHitShare",
]);
const LEFT_UNKNOWN = ["connections"] as const;

/**
 * Every default that reading a request put in place of what it left out, by comparing what was sent with what was read; and what
 * stays unknown. Parts that were not asked for at all (total cost, trials) take nothing and list nothing.
 *
 * @example assumedDefaults({ workload: { requestsPerDay: 86400, ... } }, request)[0] // { path: "workload.strongReadShare", value: 1, source: "assumed", ... }
 */
export function assumedDefaults(sent: unknown, request: CostRequest): AssumedDefault[] {
  const taken = added({ sent, read: request as unknown as Json, path: [] }).map(({ path, value }): AssumedDefault => {
    const [part = "", name = ""] = path;
    const hasWords = part === "workload" && path.length === 2 && IN_WORDS.has(name) && typeof value === "number";
    const text = hasWords ? { id: `costs.assumptions.${name}`, params: { value } } : null;
    return { path: path.join("."), value, source: "assumed", text };
  });
  const unknown = LEFT_UNKNOWN.filter((name) => request.workload[name] === undefined).map((name): AssumedDefault => {
    return { path: `workload.${name}`, value: null, source: "unknown", text: { id: `costs.assumptions.${name}`, params: {} } };
  });
  return [...taken, ...unknown];
}

/** An empty list or table says that there is nothing of the kind, which nobody has to assume. */
function isNothing(value: Json): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

type Step = { sent: unknown; read: Json; path: string[] };

function added({ sent, read, path }: Step): { path: string[]; value: Json }[] {
  if (sent === undefined) return read === undefined || isNothing(read) ? [] : [{ path, value: read }];
  if (typeof read !== "object" || read === null || typeof sent !== "object" || sent === null) return [];
  const given = sent as Record<string, unknown>;
  return Object.entries(read).flatMap(([key, value]) => added({ sent: given[key], read: value as Json, path: [...path, key] }));
}
