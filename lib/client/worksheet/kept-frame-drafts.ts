import { del, get, keys, set } from "idb-keyval";
import { z } from "zod";
import type { FrameDraft } from "./frame-text-saver";

const draftSchema = z.object({ text: z.string(), base: z.string() });

/** Unsent text of one frame field, on this device. Where storage is blocked, typing still works; only a reload would lose it. */
export function keptFrameDraft(worksheetId: string, field: string) {
  const key = `${prefixOf(worksheetId)}${field}`;
  return {
    async read(): Promise<FrameDraft | null> {
      const parsed = draftSchema.safeParse(await get(key).catch(storageBlocked));
      return parsed.success ? parsed.data : null;
    },
    async write(draft: FrameDraft | null): Promise<void> {
      await (draft === null ? del(key) : set(key, draft)).catch(storageBlocked);
    },
  };
}

/** Whether an earlier visit left text of this frame that the server does not have. */
export async function hasKeptFrameDrafts(worksheetId: string): Promise<boolean> {
  const all = (await keys().catch(storageBlocked)) ?? [];
  return all.some((key) => String(key).startsWith(prefixOf(worksheetId)));
}

function prefixOf(worksheetId: string): string {
  return `frame:${worksheetId}:`;
}

function storageBlocked(): undefined {
  return undefined;
}
