import "server-only";
import { AppError } from "@/lib/domain/errors";
import { IN_FORCE } from "@/lib/domain/record/in-force";
import type { DeletedWorksheet, RecentWorksheet, SessionOpened } from "@/lib/domain/share/schema";
import { purgeTime } from "@/lib/domain/worksheet/keeping";
import { projectWorksheet } from "@/lib/domain/worksheet/projection";
import { type Role, roleSchema } from "@/lib/domain/worksheet/schema";
import type { Credential } from "../access";
import { now } from "../clock";
import { db, type Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { hashCode, hashToken, newId, newSessionToken } from "../ids";
import { loadState } from "../worksheet/reads";

/**
 * Gives this browser a grant and a new session id, and returns the new cookie value. The old id dies with it, so that a
 * stolen one ends at the next exchange.
 */
export async function grantToSession(
  tx: Tx,
  grant: { session: Credential | null; worksheetId: string; linkId: string; memberId: string | null },
): Promise<string> {
  const { sessionId, token } = await rotateSession(tx, grant.session);
  await tx.grant.upsert({
    where: { sessionId_linkId: { sessionId, linkId: grant.linkId } },
    create: { id: newId(), sessionId, worksheetId: grant.worksheetId, linkId: grant.linkId, memberId: grant.memberId },
    update: { grantedAt: now(), ...(grant.memberId === null ? {} : { memberId: grant.memberId }) },
  });
  return token;
}

/** This browser's session under a new id, or its first one. */
export async function rotateSession(tx: Tx, session: Credential | null): Promise<{ sessionId: string; token: string }> {
  const fresh = newSessionToken();
  const known = session?.kind === "session" ? await tx.session.findUnique({ where: { idHash: session.hash } }) : null;
  const sessionId = known?.id ?? newId();
  if (known) await tx.session.update({ where: { id: known.id }, data: { idHash: fresh.hash, lastSeenAt: now() } });
  else await tx.session.create({ data: { id: sessionId, idHash: fresh.hash } });
  return { sessionId, token: fresh.token };
}

/** Exchanges a link token or a join code for a session. Wrong, revoked and expired ones are one and the same not_found. */
export async function openSession(
  input: { token?: string | undefined; code?: string | undefined },
  session: Credential | null,
): Promise<{ opened: SessionOpened; sessionToken: string }> {
  const hash = input.token === undefined ? hashCode(input.code ?? "") : hashToken(input.token);
  return db().$transaction(async (tx) => {
    const link = await tx.link.findUnique({ where: { tokenHash: hash }, include: { worksheet: true, member: true } });
    const isExpired = link !== null && link.expiresAt !== null && link.expiresAt < (await databaseNow(tx));
    const isDead = link === null || link.revokedAt !== null || isExpired || link.worksheet.deletedAt !== null;
    if (isDead || (link.member?.removedAt ?? null) !== null || (link.kind === "code") !== (input.code !== undefined)) {
      throw new AppError("not_found", "This link or code does not open anything.");
    }
    await tx.link.update({ where: { id: link.id }, data: { lastUsedAt: now() } });
    const you = link.member ?? (await memberOfSession(tx, { session, worksheetId: link.worksheetId, role: roleOfLink(link.kind) }));
    const memberId = link.kind === "code" ? null : (you?.id ?? null);
    const sessionToken = await grantToSession(tx, { session, worksheetId: link.worksheetId, linkId: link.id, memberId });
    const opened = await describeOpened(tx, {
      worksheetId: link.worksheetId,
      role: link.member ? roleSchema.parse(link.member.role) : roleOfLink(link.kind),
      you,
    });
    return { opened, sessionToken };
  });
}

/** Worksheets that this browser has opened, the latest first. */
export async function listRecent(session: Credential | null): Promise<RecentWorksheet[]> {
  if (session?.kind !== "session") return [];
  const grants = await db().grant.findMany({
    where: {
      session: { idHash: session.hash },
      memberId: { not: null },
      link: { revokedAt: null },
      worksheet: { deletedAt: null },
      member: { removedAt: null },
    },
    include: { member: true },
    orderBy: { grantedAt: "desc" },
    take: 50,
  });
  const seen = new Set<string>();
  const latest = grants.filter((grant) => !seen.has(grant.worksheetId) && seen.add(grant.worksheetId)).slice(0, 10);
  return Promise.all(
    latest.map(async ({ worksheetId, member, grantedAt, memberId }) => {
      const role = roleSchema.parse(member?.role);
      const view = projectWorksheet(await loadState(worksheetId), { memberId: memberId ?? "", role, sealedBefore: null }, now().getTime());
      return {
        worksheetId,
        title: view.title,
        stage: view.stage,
        adr: view.adr,
        role,
        lastSeenAt: (member?.lastSeenAt ?? grantedAt).toISOString(),
        isArchived: view.archivedAt !== null,
      };
    }),
  );
}

/** What somebody deleted and this browser may bring back: only where it is a facilitator. */
export async function listDeleted(session: Credential | null): Promise<DeletedWorksheet[]> {
  if (session?.kind !== "session") return [];
  const rows = await db().worksheet.findMany({
    where: {
      deletedAt: { not: null },
      OR: [
        { grants: { some: { session: { idHash: session.hash }, link: { revokedAt: null }, member: LEADS } } },
        {
          space: { deletedAt: null },
          members: { some: { ...LEADS, spaceMember: { removedAt: null, grants: { some: through(session) } } } },
        },
      ],
    },
    orderBy: { deletedAt: "desc" },
    take: 20,
    select: { id: true, title: true, deletedAt: true },
  });
  return rows.map(({ id, title, deletedAt }) => ({
    worksheetId: id,
    title,
    purgedAt: new Date(purgeTime(deletedAt?.getTime() ?? 0)).toISOString(),
  }));
}

const LEADS = { removedAt: null, role: "facilitator" } as const;
const through = ({ hash }: Credential) => ({ session: { idHash: hash }, OR: [{ linkId: null }, { link: { revokedAt: null } }] });

/** This browser forgets everything it could open. */
export async function closeSession(session: Credential): Promise<void> {
  await db().session.deleteMany({ where: { idHash: session.hash } });
}

export function roleOfLink(kind: string): Role {
  if (kind === "facilitator" || kind === "observer" || kind === "approver") return kind;
  return "member";
}

/** Who this browser already is there, if that fits the link: a facilitator may use any, nobody rises by a link of another. */
async function memberOfSession(tx: Tx, { session, worksheetId, role }: { session: Credential | null; worksheetId: string; role: Role }) {
  if (session?.kind !== "session") return null;
  const grant = await tx.grant.findFirst({
    where: {
      session: { idHash: session.hash },
      worksheetId,
      memberId: { not: null },
      link: { revokedAt: null },
      member: { removedAt: null, role: { in: [role, "facilitator"] } },
    },
    include: { member: true },
    orderBy: { grantedAt: "desc" },
  });
  return grant?.member ?? null;
}

async function describeOpened(
  tx: Tx,
  { worksheetId, role, you }: { worksheetId: string; role: Role; you: { id: string; name: string } | null },
): Promise<SessionOpened> {
  const state = await loadState(worksheetId, tx);
  const view = projectWorksheet(state, { memberId: you?.id ?? "", role, sealedBefore: null }, now().getTime());
  return {
    worksheetId,
    role,
    title: view.title,
    facilitator: view.members.find((member) => member.role === "facilitator")?.name ?? "",
    memberCount: view.members.filter((member) => member.role === "facilitator" || member.role === "member").length,
    isRevealed: view.isRevealed,
    hasRevealed: state.reveals.length > 0,
    isDecided: IN_FORCE.has(view.adr.status),
    you: you ? { memberId: you.id, name: you.name } : null,
  };
}
