import { z } from "zod";
import { findDesign } from "../costs/designs";
import { usdSchema } from "../costs/price-ref-schema";
import { commitmentSchema } from "../costs/request-schema";
import { rangeSchema, tcoRequestSchema } from "../costs/tco-schema";
import { loadProfileSchema, workloadSchema } from "../costs/workload-schema";
import { storableText, TEXT_LIMITS } from "../text";
import { DESIGN_TERM_SCHEMAS } from "./design-terms";

/* What a team may set for the costs of its worksheet, by key, each with the schema of its value. */

const listedDesign = z.string().refine((id) => findDesign(id) !== null, "Choose a design from the list.");
const positive = z.number("Enter a number.").positive("Enter a number above 0.").max(1e9, "Enter at most a thousand million.");
const name = storableText(TEXT_LIMITS.name, 1);
const money = usdSchema;

/** A design of the team's own: equal nodes that carry so much each, or a price per million requests. */
export const customDesignSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("nodes"),
    name,
    usdPerNodeMonth: money,
    peakRequestsPerNodeSecond: positive,
    minNodes: z.number().int().min(1).max(1_000),
  }),
  z.strictObject({ kind: z.literal("requests"), name, usdPerMillion: money, usdPerMonth: money }),
]);
export type CustomDesign = z.infer<typeof customDesignSchema>;

/** The bill that the team pays today, which stays as it is until the load has grown past what it carries. */
export const todaySchema = z.strictObject({ name, usdPerMonth: money, carriesTimes: z.number().min(1, "Enter 1 or more.").max(1_000) });
export type TodayBill = z.infer<typeof todaySchema>;

const { shape } = workloadSchema;
/** The numbers of the workload that the costs screen lets people change, in the order of importance. */
export const WORKLOAD_KEYS = [
  "requestsPerDay",
  "peakToAverage",
  "readShare",
  "storedGb",
  "growthGbPerMonth",
  "itemReadKb",
  "itemWriteKb",
  "strongReadShare",
  "transactionalShare",
  "egressShare",
  "workingSetShare",
  "connections",
  "writesPerVcpuSecond",
  "readsPerVcpuSecond",
  "utilisation",
  "headroom",
  "cacheHitShare",
] as const satisfies readonly (keyof typeof shape)[];
export type WorkloadKey = (typeof WORKLOAD_KEYS)[number];

/**
 * True for numbers between 0 and 1, which people read and type as percent.
 *
 * @example isShareKey("readShare") // true
 */
export function isShareKey(key: WorkloadKey): boolean {
  return key.endsWith("Share") || key === "utilisation" || key === "headroom";
}

/** What total cost needs and the answers may not have; unknown leaves a component out and the total "at least". */
export const TCO_KEYS = ["people", "outageHourUsd", "outageHoursYear", "engineerHourUsd", "isEgressWaived"] as const;

export const SLOT_IDS = ["A", "B", "C", "D"] as const;
export type SlotId = (typeof SLOT_IDS)[number];

/** How the load spreads over day, week and month; left out, it follows from the peak. */
export const PROFILE_KEY = "workload.profile";

const workloadSchemas = Object.fromEntries(WORKLOAD_KEYS.map((key) => [`workload.${key}`, withoutDefault(shape[key])]));

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...workloadSchemas,
  ...DESIGN_TERM_SCHEMAS,
  [PROFILE_KEY]: loadProfileSchema,
  ...Object.fromEntries(SLOT_IDS.map((slot) => [`slot.${slot}`, listedDesign])),
  "tco.people": tcoRequestSchema.shape.people.unwrap(),
  "tco.outageHourUsd": rangeSchema,
  "tco.outageHoursYear": rangeSchema,
  "tco.engineerHourUsd": rangeSchema,
  "tco.isEgressWaived": z.boolean(),
  freeTiers: z.boolean(),
  commitment: commitmentSchema,
  horizonMonths: z.union([z.literal(12), z.literal(24), z.literal(36)], "Choose 12, 24 or 36 months."),
  today: todaySchema,
  "custom.1": customDesignSchema,
  "custom.2": customDesignSchema,
};

/**
 * The schema of a setting's value, or null when there is no such setting.
 *
 * @example settingSchemaOf("workload.readShare")?.safeParse(1.2).success // false
 */
export function settingSchemaOf(key: string): z.ZodType | null {
  return Object.hasOwn(SCHEMAS, key) ? (SCHEMAS[key] ?? null) : null;
}

/**
 * The value of one setting, or null when the team did not set it or set something that today's schema cannot read.
 *
 * @example readSetting([{ key: "freeTiers", value: true }], "freeTiers", z.boolean()) // true
 */
export function readSetting<T>(settings: readonly { key: string; value: unknown }[], key: string, schema: z.ZodType<T>): T | null {
  const found = settings.find((setting) => setting.key === key);
  return found === undefined || found.value === null ? null : (schema.safeParse(found.value).data ?? null);
}

function withoutDefault(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
}
