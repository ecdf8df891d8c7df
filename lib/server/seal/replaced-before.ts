import "server-only";
import { z } from "zod";
import { adrFileName } from "@/lib/domain/adr/file-name";
import type { AdrLink } from "@/lib/domain/adr/schema";
import type { AuditRow } from "@/lib/domain/audit/chain";
import { recordSchema } from "@/lib/domain/record/schema";
import { db } from "../db/client";

const linkEventSchema = z.object({ type: z.enum(["supersedes", "supersession_removed"]), replaces: z.uuid() });

/**
 * The decisions that a record replaced when it was accepted, as its own history up to there says: what somebody links later
 * is not in it. Each by the number and title that it was accepted with.
 */
export async function replacedBefore(worksheetId: string, rows: readonly AuditRow[]): Promise<AdrLink[]> {
  const linked = new Set<string>();
  for (const { payload } of rows) {
    const event = linkEventSchema.safeParse(JSON.parse(payload));
    if (!event.success) continue;
    if (event.data.type === "supersedes") linked.add(event.data.replaces);
    else linked.delete(event.data.replaces);
  }
  if (linked.size === 0) return [];
  const links = await db().supersession.findMany({
    where: { worksheetId, replacesId: { in: [...linked] } },
    orderBy: { replacesId: "asc" },
  });
  const accepted = await db().revision.findMany({
    where: { worksheetId: { in: [...linked] }, number: { not: null } },
    orderBy: { n: "asc" },
    select: { worksheetId: true, number: true, canonical: true },
  });
  return links.flatMap(({ replacesId, isPartial, note }) => {
    const old = accepted.find((revision) => revision.worksheetId === replacesId);
    if (old === undefined) return [];
    const { title } = recordSchema.parse(JSON.parse(old.canonical)).worksheet;
    return { number: old.number, title, fileName: adrFileName(old.number, title), isPartial, note };
  });
}
