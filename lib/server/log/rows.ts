import "server-only";
import { findSystem } from "@/lib/domain/catalogue/catalogue";
import { type Door, doorOf } from "@/lib/domain/catalogue/door";
import type { LinkedEntry, LogEntry } from "@/lib/domain/log/schema";
import { logStatusSchema } from "@/lib/domain/log/schema";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "../db/client";

const LINKED = { select: { id: true, worksheetId: true, number: true, title: true } } as const;

const entrySelect = {
  id: true,
  worksheetId: true,
  number: true,
  title: true,
  status: true,
  statusWritten: true,
  chosen: true,
  engines: true,
  tags: true,
  decidedOn: true,
  approvers: true,
  reviewOn: true,
  dueSince: true,
  hasDissent: true,
  source: { select: { number: true } },
  replaces: { select: { isPartial: true, replaced: LINKED }, orderBy: { replacedId: "asc" } },
  replacedBy: { select: { isPartial: true, by: LINKED }, orderBy: { byId: "asc" } },
} as const satisfies Prisma.LogEntrySelect;

type Row = Prisma.LogEntryGetPayload<{ select: typeof entrySelect }>;

/** Lines of the log by id, in the order asked for. `today` is an ISO day and decides what is due. */
export async function readEntries(ids: readonly string[], today: string): Promise<LogEntry[]> {
  const rows = await db().logEntry.findMany({ where: { id: { in: [...ids] } }, select: entrySelect });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [entryOf(row, today)] : [];
  });
}

function entryOf({ source, replaces, replacedBy, decidedOn, reviewOn, dueSince, ...row }: Row, today: string): LogEntry {
  const review = dayOf(reviewOn);
  const since = review !== null && review <= today ? review : dayOf(dueSince);
  return {
    ...row,
    status: logStatusSchema.parse(row.status),
    numberWritten: row.number === null ? (source?.number ?? null) : null,
    decidedOn: dayOf(decidedOn),
    reviewOn: review,
    door: doorTo(row),
    isDue: since !== null,
    dueSince: since,
    replaces: replaces.map(({ isPartial, replaced }): LinkedEntry => ({ ...replaced, isPartial })),
    replacedBy: replacedBy.map(({ isPartial, by }): LinkedEntry => ({ ...by, isPartial })),
  };
}

/** A record of ours that chose one system of the catalogue. */
function doorTo({ worksheetId, chosen, engines }: Pick<Row, "worksheetId" | "chosen" | "engines">): Door | null {
  const system = worksheetId !== null && chosen !== null && engines.length === 1 ? findSystem(engines[0] ?? "") : undefined;
  return system ? doorOf(system.lock_in.total) : null;
}

const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
