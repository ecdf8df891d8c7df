import { z } from "zod";
import { capacityPricedSchema, perNodeSchema, requestPricedSchema, scaleOutSchema } from "./shapes";
import { perScanSchema, provisionedUnitsSchema, tieredSchema } from "./shapes-by-use";
import { licencedSchema, selfHostedSchema } from "./shapes-owned";

/** Shapes A to H of `cost-models.md` section 3; scale-out is A's other form. */
export const shapeSchema = z.discriminatedUnion("shape", [
  perNodeSchema,
  scaleOutSchema,
  requestPricedSchema,
  capacityPricedSchema,
  provisionedUnitsSchema,
  perScanSchema,
  tieredSchema,
  licencedSchema,
  selfHostedSchema,
]);
export type Shape = z.infer<typeof shapeSchema>;
export type ShapeInput = z.input<typeof shapeSchema>;
