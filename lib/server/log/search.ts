import "server-only";
import { z } from "zod";
import { findSystem } from "@/lib/domain/catalogue/catalogue";
import { AppError } from "@/lib/domain/errors";
import { ACTIVE_STATUSES, DUE_SOON_DAYS, LOG_PAGE, type LogFacets, type LogFilter, type LogPage } from "@/lib/domain/log/schema";
import { searchWords } from "@/lib/domain/log/search-words";
import { Prisma } from "@/prisma/generated/client";
import { now } from "../clock";
import { db } from "../db/client";
import type { KeyAccess, SpaceAccess } from "../spaces/access";
import { readEntries } from "./rows";

export type LogReader = SpaceAccess | KeyAccess;
type Asked = LogFilter & { cursor?: string | undefined };
const cursorSchema = z.tuple([z.int().min(0).max(2), z.string().regex(/^[\d :.+-]{10,40}$/u), z.uuid()]);
type Place = { id: string; in_title: number; at: string };

/**
 * One page of the log: those whose title matches first, then the latest. The cursor is the place of the last line, so that a
 * line that comes meanwhile moves no other onto two pages.
 */
export async function searchLog({ spaceId }: LogReader, { cursor, ...filter }: Asked): Promise<LogPage> {
  const today = now().toISOString().slice(0, 10);
  const { where, inTitle } = conditions({ spaceId, filter, today });
  const after = cursor === undefined ? Prisma.empty : Prisma.sql`AND (${inTitle}, e.sort_at, e.id) < ${placeOf(cursor)}`;
  const [places, counted] = await Promise.all([
    db().$queryRaw<Place[]>`
      SELECT e.id::text AS id, ${inTitle} AS in_title, e.sort_at::text AS at FROM log_entry e
      WHERE ${where} ${after} ORDER BY 2 DESC, e.sort_at DESC, e.id DESC LIMIT ${LOG_PAGE + 1}`,
    cursor === undefined ? countEntries({ spaceId, where, today }) : null,
  ]);
  const page = places.slice(0, LOG_PAGE);
  const last = page.at(-1);
  const entries = await readEntries(
    page.map(({ id }) => id),
    today,
  );
  const next =
    places.length > LOG_PAGE && last ? Buffer.from(JSON.stringify([last.in_title, last.at, last.id])).toString("base64url") : null;
  return { entries, total: counted?.total ?? null, due: counted?.due ?? null, next };
}

/** What the log can be filtered by. */
export async function readFacets({ spaceId }: LogReader): Promise<LogFacets> {
  const alive = aliveIn(spaceId);
  const [statuses, engines, tags] = await Promise.all([
    db().$queryRaw<
      Counted[]
    >`SELECT e.status AS value, count(*)::int AS count FROM log_entry e WHERE ${alive} GROUP BY 1 ORDER BY 2 DESC, 1`,
    db().$queryRaw<
      Counted[]
    >`SELECT value, count(*)::int AS count FROM log_entry e, unnest(e.engines) AS value WHERE ${alive} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100`,
    db().$queryRaw<
      Counted[]
    >`SELECT value, count(*)::int AS count FROM log_entry e, unnest(e.tags) AS value WHERE ${alive} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100`,
  ]);
  const named = (rows: Counted[], nameOf = (value: string) => value) => rows.map((row) => ({ ...row, name: nameOf(row.value) }));
  return {
    total: statuses.reduce((sum, { count }) => sum + count, 0),
    statuses: named(statuses),
    engines: named(engines, (id) => findSystem(id)?.name ?? id),
    tags: named(tags),
  };
}

type Counted = { value: string; count: number };

/** A deleted worksheet is out of the log while it can still be brought back. */
const aliveIn = (spaceId: string) => Prisma.sql`e.space_id = ${spaceId}::uuid
  AND NOT EXISTS (SELECT 1 FROM worksheet w WHERE w.id = e.worksheet_id AND w.deleted_at IS NOT NULL)`;

/** Its day has come, or a trigger of it fired and nobody has looked since. */
const isDueOn = (today: string) => Prisma.sql`(e.review_on <= ${today}::date OR e.due_since IS NOT NULL)`;

function conditions({ spaceId, filter, today }: { spaceId: string; filter: LogFilter; today: string }) {
  const { status = "active", engine, tag, due, q = "" } = filter;
  const parts = [aliveIn(spaceId)];
  if (status === "active") parts.push(Prisma.sql`e.status = ANY(${[...ACTIVE_STATUSES]})`);
  else if (status !== "all") parts.push(Prisma.sql`e.status = ${status}`);
  if (engine !== undefined && engine !== "") parts.push(Prisma.sql`e.engines @> ARRAY[${engine}]::text[]`);
  if (tag !== undefined && tag !== "") parts.push(Prisma.sql`e.tags @> ARRAY[${tag.toLowerCase()}]::text[]`);
  if (due === "now") parts.push(isDueOn(today));
  if (due === "soon") parts.push(Prisma.sql`(e.review_on <= ${today}::date + ${DUE_SOON_DAYS}::int OR e.due_since IS NOT NULL)`);
  const words = searchWords(q);
  if (words === null) return { where: Prisma.join(parts, " AND "), inTitle: Prisma.sql`0` };
  const plain = Prisma.sql`websearch_to_tsquery('simple', ${words.text}) || websearch_to_tsquery('english', ${words.text})`;
  const query = words.prefix === null ? Prisma.sql`(${plain})` : Prisma.sql`(${plain} || to_tsquery('simple', ${words.prefix}))`;
  const found = words.number === null ? Prisma.sql`e.search @@ ${query}` : Prisma.sql`(e.number = ${words.number} OR e.search @@ ${query})`;
  const inTitle =
    words.number === null
      ? Prisma.sql`(e.title_search @@ ${query})::int`
      : Prisma.sql`(CASE WHEN e.number = ${words.number} THEN 2 ELSE (e.title_search @@ ${query})::int END)`;
  return { where: Prisma.join([...parts, found], " AND "), inTitle };
}

async function countEntries({ spaceId, where, today }: { spaceId: string; where: Prisma.Sql; today: string }) {
  const [found, due] = await Promise.all([
    db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM log_entry e WHERE ${where}`,
    db().$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM log_entry e WHERE ${aliveIn(spaceId)} AND ${isDueOn(today)}`,
  ]);
  return { total: found[0]?.n ?? 0, due: due[0]?.n ?? 0 };
}

function placeOf(cursor: string): Prisma.Sql {
  const wrong = () =>
    new AppError("invalid_input", "This cursor is none of ours.", { errors: [{ path: "cursor", message: "Take it from the reply." }] });
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw wrong();
  }
  const parsed = cursorSchema.safeParse(read);
  if (!parsed.success) throw wrong();
  const [inTitle, at, id] = parsed.data;
  return Prisma.sql`(${inTitle}::int, ${at}::timestamptz, ${id}::uuid)`;
}
