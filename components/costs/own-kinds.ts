import type { Json } from "@/lib/domain/json";

export type OwnField = { id: string; type: "text" | "money" | "number" };
/** A design of the team's own: the setting that holds it, what the form asks, and what never changes about it. */
export type OwnKind = { id: "today" | "nodes" | "requests"; key: string; fixed: Record<string, Json>; fields: readonly OwnField[] };

const name: OwnField = { id: "name", type: "text" };

export const OWN_KINDS: readonly OwnKind[] = [
  { id: "today", key: "today", fixed: {}, fields: [name, { id: "usdPerMonth", type: "money" }, { id: "carriesTimes", type: "number" }] },
  {
    id: "nodes",
    key: "custom.1",
    fixed: { kind: "nodes" },
    fields: [
      name,
      { id: "usdPerNodeMonth", type: "money" },
      { id: "peakRequestsPerNodeSecond", type: "number" },
      { id: "minNodes", type: "number" },
    ],
  },
  {
    id: "requests",
    key: "custom.2",
    fixed: { kind: "requests" },
    fields: [name, { id: "usdPerMillion", type: "money" }, { id: "usdPerMonth", type: "money" }],
  },
];
