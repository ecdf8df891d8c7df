import "server-only";
import { AppError } from "@/lib/domain/errors";
import { formatMessage } from "@/lib/domain/messages/format";
import { LOCALES } from "@/lib/domain/messages/locales";
import { type CalendarDay, calendarOf } from "@/lib/domain/review/calendar";
import type { FeedView, NewFeed } from "@/lib/domain/space/feeds";
import { now } from "../clock";
import { db } from "../db/client";
import { env } from "../env";
import { hashToken, newFeedToken } from "../ids";
import { documentMessages } from "../messages";
import { requireSpaceRole, type SpaceAccess } from "./access";
import { writeSpace } from "./transaction";

/**
 * A new secret address for calendars. It stands in the reply and nowhere else; the operation's id is the feed's own, so that
 * asking again after a lost reply replaces it.
 */
export async function createFeed(access: SpaceAccess, { opId, name }: NewFeed): Promise<{ id: string; token: string }> {
  requireSpaceRole(access, "facilitator", "member");
  const fresh = newFeedToken();
  await writeSpace(access, {
    opId,
    input: { name },
    storeReply: false,
    run: async (tx, { spaceId, memberId }) => {
      const { name: byName } = await tx.spaceMember.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
      const again = await tx.calendarFeed.updateMany({
        where: { id: opId, spaceId, byMemberId: memberId },
        data: { tokenHash: fresh.hash },
      });
      if (again.count === 0)
        await tx.calendarFeed.create({ data: { id: opId, spaceId, name, tokenHash: fresh.hash, byMemberId: memberId, byName } });
      return { reply: {}, event: { type: "feed_created", feed: opId } };
    },
  });
  return { id: opId, token: fresh.token };
}

export async function listFeeds(access: SpaceAccess): Promise<FeedView[]> {
  requireSpaceRole(access, "facilitator", "member");
  const rows = await db().calendarFeed.findMany({ where: { spaceId: access.spaceId, revokedAt: null }, orderBy: { createdAt: "desc" } });
  return rows.map(({ id, name, byName, createdAt, lastUsedAt }) => ({
    id,
    name,
    by: byName,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

/** Ends a feed at its next reading: one's own, or as facilitator anybody's. */
export async function revokeFeed(access: SpaceAccess, { opId, feedId }: { opId: string; feedId: string }) {
  requireSpaceRole(access, "facilitator", "member");
  return writeSpace(access, {
    opId,
    input: { revoke: feedId },
    run: async (tx, { spaceId, memberId, role }) => {
      const feed = await tx.calendarFeed.findFirst({ where: { id: feedId, spaceId, revokedAt: null } });
      if (feed === null) throw new AppError("not_found", "No such feed.");
      if (role !== "facilitator" && feed.byMemberId !== memberId) throw new AppError("forbidden", "Its owner or a facilitator may.");
      await tx.calendarFeed.update({ where: { id: feedId }, data: { revokedAt: now() } });
      return { reply: {}, event: { type: "feed_revoked", feed: feedId } };
    },
  });
}

/** What a calendar reads: the days to look again and the lines that were passed; titles and numbers, no word of any answer. */
export async function readFeed(token: string): Promise<string> {
  const feed = await db().calendarFeed.findUnique({ where: { tokenHash: hashToken(token) }, include: { space: true } });
  if (feed === null || feed.revokedAt !== null || feed.space.deletedAt !== null) throw new AppError("not_found", "No such calendar.");
  // Enough to see that somebody reads it, and no write per reading.
  await db()
    .$executeRaw`UPDATE calendar_feed SET last_used_at = now() WHERE id = ${feed.id}::uuid AND (last_used_at IS NULL OR last_used_at < now() - interval '1 hour')`;
  const locale = LOCALES.find((one) => one === feed.space.language.split("-")[0]) ?? "en";
  const say = (id: string, params: Record<string, string>) =>
    formatMessage(documentMessages(locale), { id: `mail.feed.${id}`, params }, locale);
  const origin = env().APP_ORIGIN ?? env().origins[0] ?? "";
  const days = (await dueDays(feed.spaceId)).map(({ id, kind, on, title, number, worksheetId }): CalendarDay => {
    const named = number === null ? title : `ADR-${String(number).padStart(4, "0")} ${title}`;
    return { id, on, title: say(FEED_WORDS[kind] ?? "line", { title: named }), url: `${origin}/w/${worksheetId}/revisit` };
  });
  return calendarOf(days, { stamp: now().toISOString(), name: say("calendar", { name: feed.space.name }) });
}

const FEED_WORDS: Readonly<Record<string, string>> = { date: "day", metric: "line", event: "event" };

type DueDay = { id: string; kind: string; on: string; title: string; number: number | null; worksheetId: string };

/** Of decisions in force: days ahead, and what fired and waits for a look. */
function dueDays(spaceId: string): Promise<DueDay[]> {
  return db().$queryRaw`
    SELECT t.id::text AS id, t.kind, coalesce(t.due_on, (f.at AT TIME ZONE 'UTC')::date)::text AS on, e.title, e.number,
      t.worksheet_id::text AS "worksheetId"
    FROM log_entry e
    JOIN worksheet w ON w.id = e.worksheet_id AND w.deleted_at IS NULL
    JOIN due_trigger t ON t.worksheet_id = e.worksheet_id
      AND t.n = (SELECT max(r.n) FROM revision r WHERE r.worksheet_id = e.worksheet_id AND r.status = 'accepted')
    LEFT JOIN firing f ON f.trigger_id = t.id
    WHERE e.space_id = ${spaceId}::uuid AND e.status = 'accepted' AND (
      (f.trigger_id IS NULL AND t.kind = 'date')
      OR (f.trigger_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM review v WHERE v.worksheet_id = t.worksheet_id AND v.at >= f.at)))
    ORDER BY 3, 1`;
}
