import { z } from "zod";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Any JSON value. Named, because zod's own is recursive without a name and OpenAPI could then never be written down. */
export const jsonSchema: z.ZodType<Json, Json> = z
  .lazy(() => z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(jsonSchema), z.record(z.string(), jsonSchema)]))
  .meta({ id: "Json" });
