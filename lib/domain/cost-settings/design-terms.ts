import { z } from "zod";
import { commitmentSchema } from "../costs/request-schema";
import { lockInSchema, rangeSchema } from "../costs/tco-schema";

/* What a team may say about one design of its comparison, each under a key of its own, so that two people do not overwrite each other. */

/** Every id that a design of a worksheet can have: finalists with their hostings, the bill of today, the team's own. */
const DESIGN_IDS = [...["A", "B", "C", "D"].flatMap((letter) => [letter, `${letter}2`, `${letter}3`]), "T", "X1", "X2"] as const;

const PARTS = {
  /** Off for one design even where all others count theirs. */
  freeTier: z.boolean(),
  /** A discount of nothing stands for "not this one". */
  commitment: commitmentSchema,
  opsHoursMonth: rangeSchema,
  lockIn: lockInSchema,
  outageHoursYear: rangeSchema,
} as const;
export type DesignPart = keyof typeof PARTS;

/**
 * The key under which one part of one design is kept.
 *
 * @example designKey("A2", "freeTier") // "design.A2.freeTier"
 */
export function designKey(id: string, part: DesignPart): string {
  return `design.${id}.${part}`;
}

/** The schemas of all parts of all designs, by key. */
export const DESIGN_TERM_SCHEMAS: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  DESIGN_IDS.flatMap((id) => Object.entries(PARTS).map(([part, schema]) => [designKey(id, part as DesignPart), schema])),
);

type Setting = { key: string; value: unknown };

/**
 * What the team said about one part of one design; null when nobody did, or when it cannot be read any more.
 *
 * @example readDesignPart([{ key: "design.A.freeTier", value: true }], "A", "freeTier") // true
 */
export function readDesignPart<P extends DesignPart>(settings: readonly Setting[], id: string, part: P): z.infer<(typeof PARTS)[P]> | null {
  const found = settings.find(({ key }) => key === designKey(id, part));
  const read = found === undefined || found.value === null ? null : PARTS[part].safeParse(found.value);
  return read?.success ? (read.data as z.infer<(typeof PARTS)[P]>) : null;
}
