import { z } from "zod";
import { personNameSchema, storableText, TEXT_LIMITS } from "../text";

/** How long a deleted worksheet can be brought back. */
export const RESTORE_DAYS = 30;

export const archiveInputSchema = z.strictObject({ opId: z.uuid(), archived: z.boolean() });
export const deletionInputSchema = z.strictObject({
  opId: z.uuid(),
  /** The worksheet's title, typed, so that the right one goes. */
  title: storableText(TEXT_LIMITS.title, 1),
});
export const deletedSchema = z.object({ deletedAt: z.iso.datetime(), purgedAt: z.iso.datetime() });

export const duplicateInputSchema = z.strictObject({ opId: z.uuid(), with: z.enum(["frame", "answers"]) });
export type DuplicateInput = z.infer<typeof duplicateInputSchema>;
export const duplicatedSchema = z.object({ id: z.string(), memberToken: z.string() });

/** `file` is what `worksheet.json` gave; its version is looked at before anything else, and each part of it only when it is read. */
export const importInputSchema = z.strictObject({ yourName: personNameSchema, file: z.looseObject({}) });

/**
 * When a worksheet deleted at `deletedAt` (milliseconds) is gone for good, in milliseconds.
 * @example purgeTime(Date.UTC(2026, 10, 1)) // Date.UTC(2026, 11, 1)
 */
export function purgeTime(deletedAt: number): number {
  return deletedAt + RESTORE_DAYS * 86_400_000;
}

/**
 * Whether a typed title names the worksheet: spaces at its ends and doubled ones inside do not matter, everything else does.
 * @example isTitleTyped("Which store? ", "Which store?") // true
 */
export function isTitleTyped(typed: string, title: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/gu, " ");
  return plain(typed) === plain(title);
}
