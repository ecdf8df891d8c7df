import { del, get, set } from "idb-keyval";
import { z } from "zod";
import type { DecisionSection } from "@/lib/domain/worksheet/schema";
import type { SectionDraft } from "./section-saver";

const draftSchema = z.object({ text: z.string(), baseVersion: z.number().int(), opId: z.uuid() });

/** Unsent text of one section, on this device. Where storage is blocked, typing still works; only a reload would lose it. */
export function keptDraft(worksheetId: string, section: DecisionSection) {
  const key = `decision:${worksheetId}:${section}`;
  return {
    async read(): Promise<SectionDraft | null> {
      const stored = await get(key).catch(storageBlocked);
      const parsed = draftSchema.safeParse(stored);
      return parsed.success ? parsed.data : null;
    },
    async write(draft: SectionDraft | null): Promise<void> {
      await (draft === null ? del(key) : set(key, draft)).catch(storageBlocked);
    },
  };
}

function storageBlocked(): undefined {
  return undefined;
}
