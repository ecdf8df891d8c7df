import "server-only";
import { type CostSetting, costSettingViewSchema, type PriceOverride, priceOverrideViewSchema } from "@/lib/domain/cost-settings/schema";
import { db, type Tx } from "../db/client";

type Row = { byMemberId: string; byName: string; at: Date };

/** What a team changed about its costs, for callers that have proven access and know that everything is revealed. */
export async function readCostInputs(worksheetId: string, tx: Tx = db()): Promise<{ overrides: PriceOverride[]; settings: CostSetting[] }> {
  // One after the other: a transaction has one connection.
  const overrides = await tx.priceOverride.findMany({ where: { worksheetId }, orderBy: { priceId: "asc" } });
  const settings = await tx.costSetting.findMany({ where: { worksheetId }, orderBy: { key: "asc" } });
  return { overrides: overrides.map(overrideView), settings: settings.map(settingView) };
}

export const overrideView = (row: Row & Omit<PriceOverride, "by" | "at" | "memberId">): PriceOverride =>
  priceOverrideViewSchema.parse({ ...row, ...byline(row) });

export const settingView = (row: Row & { key: string; value: unknown; version: number }): CostSetting =>
  costSettingViewSchema.parse({ ...row, ...byline(row) });

const byline = ({ byMemberId, byName, at }: Row) => ({ memberId: byMemberId, by: byName, at: at.toISOString() });
