import { z } from "zod";
import { findPrice } from "../prices/price-book";
import caseData from "./data/cost-cases.json" with { type: "json" };
import claimData from "./data/guide-claims.json" with { type: "json" };
import { type Exact, exact, storedText, ZERO } from "./exact";
import { tierParts } from "./tiers";

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/u);
const lineSchema = z.union([
  z.strictObject({ priceId: z.string(), quantity: decimal }),
  /** A price of the source's own that the book does not keep, for example one of that time. */
  z.strictObject({ usd: decimal, quantity: decimal, label: z.string() }),
]);
type CaseLine = z.infer<typeof lineSchema>;

const caseSchema = z.strictObject({
  id: z.string(),
  source: z.string(),
  title: z.string(),
  publishedUsd: decimal,
  toleranceUsd: decimal,
  /** `outdated` was right at the price of its time; `wrong` has an error of its own. */
  verdict: z.enum(["right", "outdated", "wrong"]),
  note: z.string().optional(),
  lines: z.array(lineSchema).min(1),
});

const claimSchema = z.strictObject({
  id: z.string(),
  topic: z.string(),
  /** In our words. */
  claim: z.string(),
  verdict: z.enum(["right", "wrong", "depends", "unproven"]),
  ours: z.string(),
  oursUsd: decimal.optional(),
  lines: z.array(lineSchema).optional(),
  correction: z.string().optional(),
});

export const costCasesSchema = z.strictObject({
  sources: z.record(z.string(), z.strictObject({ title: z.string(), url: z.url() })),
  cases: z.array(caseSchema),
});
export const guideClaimsSchema = z.strictObject({ claims: z.array(claimSchema) });

export type PricedLine = { label: string; quantity: string; usd: string; amount: string; priceId: string | null };

/** A published example computed again: our lines and sum beside the published one. */
export type CheckedCase = {
  id: string;
  title: string;
  source: { title: string; url: string };
  lines: PricedLine[];
  publishedUsd: string;
  computedUsd: string;
  toleranceUsd: string;
  isWithinTolerance: boolean;
  verdict: "right" | "outdated" | "wrong";
  /** True when the arithmetic bears the verdict out: right and outdated ones agree, wrong ones do not. */
  holds: boolean;
  note: string | null;
};

/** A numeric claim of the guide with our verdict, and our own number where there is one. */
export type CheckedClaim = Pick<z.infer<typeof claimSchema>, "id" | "topic" | "claim" | "verdict" | "ours"> & {
  lines: PricedLine[];
  computedUsd: string | null;
  /** False when our own number no longer comes out, for example after a price was refreshed. */
  holds: boolean;
  correction: string | null;
};

/**
 * Every published example, recomputed with the price book or with the price that its source quotes (`npm run cost-cases` prints them, the
 * page on how we price shows them).
 *
 * @example checkCostCases()[0].computedUsd // "24.99936", published "25"
 */
export function checkCostCases(): CheckedCase[] {
  const { sources, cases } = costCasesSchema.parse(caseData);
  return cases.map(({ id, title, source, publishedUsd, toleranceUsd, verdict, note, lines }) => {
    const { priced, sum } = priceLines(lines);
    const isWithinTolerance = sum.minus(publishedUsd).abs().lte(toleranceUsd);
    return {
      id,
      title,
      source: sources[source] ?? { title: source, url: "" },
      lines: priced,
      publishedUsd,
      computedUsd: storedText(sum),
      toleranceUsd,
      isWithinTolerance,
      verdict,
      holds: isWithinTolerance === (verdict !== "wrong"),
      note: note ?? null,
    };
  });
}

/**
 * Every numeric claim of the guide's cost sections, in our words, with our verdict.
 *
 * @example checkGuideClaims().find(({ id }) => id === "egress-100tb")?.computedUsd // "7987.2"
 */
export function checkGuideClaims(): CheckedClaim[] {
  return guideClaimsSchema.parse(claimData).claims.map(({ id, topic, claim, verdict, ours, oursUsd, lines, correction }) => {
    const computed = lines ? priceLines(lines) : null;
    return {
      id,
      topic,
      claim,
      verdict,
      ours,
      lines: computed?.priced ?? [],
      computedUsd: computed ? storedText(computed.sum) : null,
      holds: oursUsd === undefined || (computed?.sum.minus(oursUsd).abs().lt("0.000001") ?? false),
      correction: correction ?? null,
    };
  });
}

function priceLines(lines: readonly CaseLine[]): { priced: PricedLine[]; sum: Exact } {
  const priced = lines.flatMap(pricedParts);
  return { priced, sum: priced.reduce((sum, { amount }) => sum.plus(amount), ZERO) };
}

/** A line of the book's prices, one part per tier; an id that the book lost fails loudly, because the data is ours. */
function pricedParts(line: CaseLine): PricedLine[] {
  const quantity = exact(line.quantity);
  if ("usd" in line) return [partOf({ label: line.label, quantity, usd: exact(line.usd), priceId: null })];
  const price = findPrice(line.priceId);
  if (!price) throw new Error(`The price book has no ${line.priceId}.`);
  const tiers = price.tiers?.map(({ upTo, usd }) => ({ upTo: upTo === null ? null : exact(upTo), usd: exact(usd) }));
  const parts = tiers ? tierParts(tiers, quantity) : [{ quantity, usd: exact(price.usd) }];
  return parts.map((part) => partOf({ label: `${price.product}, ${price.unit}`, ...part, priceId: price.id }));
}

function partOf({ label, quantity, usd, priceId }: { label: string; quantity: Exact; usd: Exact; priceId: string | null }): PricedLine {
  return { label, quantity: storedText(quantity), usd: usd.toFixed(), amount: storedText(quantity.times(usd)), priceId };
}
