import "server-only";
import {
  type CostSetting,
  type CostSettingInput,
  costSettingViewSchema,
  type PriceOverride,
  type PriceOverrideInput,
  priceOverrideViewSchema,
} from "@/lib/domain/cost-settings/schema";
import { settingSchemaOf } from "@/lib/domain/cost-settings/settings";
import { AppError } from "@/lib/domain/errors";
import { fieldErrors } from "@/lib/domain/field-errors";
import { findPrice } from "@/lib/domain/prices/price-book";
import { Prisma } from "@/prisma/generated/client";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { latestToday } from "../days";
import type { Tx } from "../db/client";
import { refuseFrozen, writeWorksheet } from "../worksheet/transaction";
import { overrideView, settingView } from "./reads";

/** Replaces a price of the book for this worksheet, with a reason and under one's name; null gives the book's price back. */
export async function overridePrice(access: WorksheetAccess, priceId: string, input: PriceOverrideInput): Promise<PriceOverride> {
  requireRole(access, "facilitator", "member");
  const book = findPrice(priceId);
  if (book === null) throw new AppError("not_found", "The price book has no such price.");
  refuseAhead(input);
  const key = { worksheetId: access.worksheetId, priceId };
  const { seq: _seq, ...view } = await writeWorksheet(access, {
    opId: input.opId,
    input: { priceId, ...input },
    changed: ["costs"],
    run: async (tx, current) => {
      await refuseClosed(tx, access.worksheetId);
      const row = await tx.priceOverride.findUnique({ where: { worksheetId_priceId: key } });
      if ((row?.version ?? 0) !== input.baseVersion)
        throw new AppError("stale_version", "Somebody changed this price meanwhile.", { detail: { current: row && overrideView(row) } });
      const data = {
        usd: input.value,
        asOf: input.asOf ?? row?.asOf ?? book.asOf,
        reason: input.reason.trim(),
        ...(await bylineOf(tx, current)),
        version: input.baseVersion + 1,
      };
      const saved = await tx.priceOverride.upsert({ where: { worksheetId_priceId: key }, create: { ...key, ...data }, update: data });
      return {
        reply: overrideView(saved),
        event: { type: "price_overridden", priceId, usd: input.value, asOf: data.asOf, reason: data.reason, version: data.version },
      };
    },
  });
  return priceOverrideViewSchema.parse(view);
}

/** Sets one value of the costs of this worksheet; null gives ours back. */
export async function changeCostSetting(access: WorksheetAccess, settingKey: string, input: CostSettingInput): Promise<CostSetting> {
  requireRole(access, "facilitator", "member");
  const value = parseSetting(settingKey, input.value);
  const key = { worksheetId: access.worksheetId, key: settingKey };
  const { seq: _seq, ...view } = await writeWorksheet(access, {
    opId: input.opId,
    input: { settingKey, ...input },
    changed: ["costs"],
    run: async (tx, current) => {
      await refuseClosed(tx, access.worksheetId);
      const row = await tx.costSetting.findUnique({ where: { worksheetId_key: key } });
      if ((row?.version ?? 0) !== input.baseVersion)
        throw new AppError("stale_version", "Somebody changed this meanwhile.", { detail: { current: row && settingView(row) } });
      const data = {
        value: value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue),
        ...(await bylineOf(tx, current)),
        version: input.baseVersion + 1,
      };
      const saved = await tx.costSetting.upsert({ where: { worksheetId_key: key }, create: { ...key, ...data }, update: data });
      return {
        reply: settingView(saved),
        event: { type: "cost_setting_changed", setting: settingKey, value: JSON.stringify(value), version: data.version },
      };
    },
  });
  return costSettingViewSchema.parse(view);
}

function refuseAhead({ asOf }: PriceOverrideInput): void {
  if (asOf === undefined || asOf <= latestToday()) return;
  const message = "This day has not come. Give one on which this price held.";
  throw new AppError("invalid_input", message, { errors: [{ path: "asOf", message }] });
}

/** Costs follow from the answers, so nobody argues with them before everybody may see them; a frozen record stays as it is. */
async function refuseClosed(tx: Tx, worksheetId: string): Promise<void> {
  await refuseFrozen(tx, worksheetId);
  if ((await tx.reveal.count({ where: { worksheetId } })) < QUESTIONS)
    throw new AppError("not_revealed", "Reveal the answers of all five questions first.");
}

const QUESTIONS = 5;

async function bylineOf(tx: Tx, { memberId }: WorksheetAccess) {
  const member = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
  return { byMemberId: memberId, byName: member.name, at: now() };
}

function parseSetting(key: string, value: unknown): unknown {
  const schema = settingSchemaOf(key);
  if (schema === null) throw new AppError("not_found", "There is no such setting.");
  if (value === null) return null;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid_input", "The value does not fit the setting.", { errors: fieldErrors(parsed.error, ["value"]) });
}
