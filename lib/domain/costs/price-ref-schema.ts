import { z } from "zod";

export const positive = z.number().positive("Write a number above zero.").max(1e15);
export const atLeastZero = z.number().min(0).max(1e15);

/** Exact US dollars as text, for example `"0.45"`. */
export const usdSchema = z.string().regex(/^\d{1,16}(\.\d{1,12})?$/, "Write the price as a decimal number, for example 0.45.");

/** Day, month or year on which somebody read a price. */
export const priceDateSchema = z
  .string("Say when you read this price, for example 2026-11-20.")
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "Write the date as 2026-11-20, 2026-11 or 2026.");

/** We compare in one currency and know no exchange rates. */
export const currencySchema = z.literal("USD", "Prices are compared in US dollars; convert this one first.").optional();

const tierSchema = z.strictObject({
  /** Quantity up to which the price holds, in the price's unit; null for the last tier. */
  upTo: positive.nullable(),
  usd: usdSchema,
});

/** Prices that fall with quantity; each tier begins where the one before ends. */
export const tiersSchema = z
  .array(tierSchema)
  .min(1, "A tier table needs at least one tier.")
  .max(20)
  .superRefine((tiers, context) => {
    for (const [index, { upTo }] of tiers.entries()) {
      const before = index === 0 ? 0 : (tiers[index - 1]?.upTo ?? null);
      if (before === null)
        context.addIssue({ code: "custom", path: [index], message: "A tier after the open-ended one would never apply." });
      else if (upTo !== null && upTo <= before)
        context.addIssue({
          code: "custom",
          path: [index, "upTo"],
          message: "Each tier must end above the one before; this table runs in a circle.",
        });
    }
    if (tiers.length > 0 && tiers.at(-1)?.upTo !== null)
      context.addIssue({ code: "custom", path: [tiers.length - 1, "upTo"], message: "The last tier must be open: set upTo to null." });
  });

/** A price of the price book by id, or one that the caller brings. `usd: null` says that nobody knows it yet. */
export const priceRefSchema = z.union([
  z.strictObject({ priceId: z.string().min(1).max(120) }),
  z.strictObject({
    usd: usdSchema.nullable(),
    asOf: priceDateSchema,
    currency: currencySchema,
    label: z.string().max(120).optional(),
    tiers: tiersSchema.optional(),
  }),
]);
export type PriceRef = z.infer<typeof priceRefSchema>;
