import "server-only";
import { type CostSetting, costSettingViewSchema, type PriceOverride, priceOverrideViewSchema } from "@/lib/domain/cost-settings/schema";
import { findPrice } from "@/lib/domain/prices/price-book";
import { db, type Tx } from "../db/client";

type Row = { byMemberId: string; byName: string; at: Date };

/** What a team changed about its costs, for callers that have proven access and know that everything is revealed. */
export async function readCostInputs(worksheetId: string, tx: Tx = db()): Promise<{ overrides: PriceOverride[]; settings: CostSetting[] }> {
  // One after the other: a transaction has one connection.
  const overrides = await tx.priceOverride.findMany({ where: { worksheetId }, orderBy: { priceId: "asc" } });
  const settings = await tx.costSetting.findMany({ where: { worksheetId }, orderBy: { key: "asc" } });
  return { overrides: overrides.map(overrideView), settings: settings.map(settingView) };
}

type OverrideRow = Row & Pick<PriceOverride, "priceId" | "usd" | "asOf" | "reason" | "version">;

export function overrideView(row: OverrideRow): PriceOverride {
  const book = findPrice(row.priceId);
  const label = [book?.product, book?.nodeClass].filter(Boolean).join(", ") || row.priceId;
  return priceOverrideViewSchema.parse({ ...row, ...byline(row), label, unit: book?.unit ?? "", bookUsd: book?.usd ?? null });
}

export const settingView = (row: Row & { key: string; value: unknown; version: number }): CostSetting =>
  costSettingViewSchema.parse({ ...row, ...byline(row) });

const byline = ({ byMemberId, byName, at }: Row) => ({ memberId: byMemberId, by: byName, at: at.toISOString() });
