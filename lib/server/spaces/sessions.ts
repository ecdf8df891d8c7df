import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type DeletedSpace, type SpaceOpened, type SpaceRole, spaceRoleSchema } from "@/lib/domain/space/schema";
import { purgeTime } from "@/lib/domain/worksheet/keeping";
import type { Credential } from "../access";
import { now } from "../clock";
import { db, type Tx } from "../db/client";
import { hashToken, newId } from "../ids";
import { rotateSession } from "../share/sessions";

type NewGrant = { session: Credential | null; spaceId: string; linkId: string | null; memberId: string | null };

/** Gives this browser a grant on a space and a new session id, and returns the new cookie value. */
export async function grantSpace(tx: Tx, { session, spaceId, linkId, memberId }: NewGrant): Promise<string> {
  const { sessionId, token } = await rotateSession(tx, session);
  const known = await tx.spaceGrant.findFirst({
    where: linkId === null ? { sessionId, spaceId, linkId, memberId } : { sessionId, linkId },
  });
  if (known === null) await tx.spaceGrant.create({ data: { id: newId(), sessionId, spaceId, linkId, memberId } });
  else await tx.spaceGrant.update({ where: { id: known.id }, data: { grantedAt: now(), ...(memberId === null ? {} : { memberId }) } });
  return token;
}

/** Exchanges a space's link for a session. Wrong and revoked ones are one and the same not_found. */
export async function openSpace(token: string, session: Credential | null): Promise<{ opened: SpaceOpened; sessionToken: string }> {
  return db().$transaction(async (tx) => {
    const link = await tx.spaceLink.findUnique({ where: { tokenHash: hashToken(token) }, include: { space: true, member: true } });
    const isDead = link === null || link.revokedAt !== null || link.space.deletedAt !== null || (link.member?.removedAt ?? null) !== null;
    if (isDead) throw new AppError("not_found", "This link does not open anything.");
    await tx.spaceLink.update({ where: { id: link.id }, data: { lastUsedAt: now() } });
    const { spaceId } = link;
    const role = spaceRoleSchema.parse(link.member?.role ?? link.kind);
    const you = link.member ?? (await personOfSession(tx, { session, spaceId, role }));
    const sessionToken = await grantSpace(tx, { session, spaceId, linkId: link.id, memberId: you?.id ?? null });
    const memberCount = await tx.spaceMember.count({ where: { spaceId, removedAt: null } });
    const opened = { spaceId, name: link.space.name, role, memberCount, you: you && { memberId: you.id, name: you.name } };
    return { opened, sessionToken };
  });
}

/** Spaces that this browser is somebody in, by name. */
export async function listSpaces(session: Credential | null): Promise<{ id: string; name: string; role: SpaceRole }[]> {
  if (session?.kind !== "session") return [];
  const grants = await db().spaceGrant.findMany({
    where: {
      session: { idHash: session.hash },
      member: { removedAt: null },
      space: { deletedAt: null },
      OR: [{ linkId: null }, { link: { revokedAt: null } }],
    },
    include: { member: true, space: { select: { name: true } } },
    orderBy: { grantedAt: "desc" },
  });
  const spaces = new Map<string, { id: string; name: string; role: SpaceRole }>();
  for (const { spaceId, member, space } of grants)
    if (!spaces.has(spaceId)) spaces.set(spaceId, { id: spaceId, name: space.name, role: spaceRoleSchema.parse(member?.role) });
  return [...spaces.values()].toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

/** Spaces that this browser's person facilitated and somebody deleted. */
export async function listDeletedSpaces(session: Credential | null): Promise<DeletedSpace[]> {
  if (session?.kind !== "session") return [];
  const grants = await db().spaceGrant.findMany({
    where: {
      session: { idHash: session.hash },
      member: { removedAt: null, role: "facilitator" },
      space: { deletedAt: { not: null } },
      OR: [{ linkId: null }, { link: { revokedAt: null } }],
    },
    select: { space: { select: { id: true, name: true, deletedAt: true } } },
  });
  const spaces = new Map(grants.map(({ space }) => [space.id, space]));
  return [...spaces.values()].map(({ id, name, deletedAt }) => ({
    id,
    name,
    purgedAt: new Date(purgeTime(deletedAt?.getTime() ?? 0)).toISOString(),
  }));
}

/** Who this browser already is there, if that fits the link: nobody rises by a link of another kind. */
async function personOfSession(tx: Tx, { session, spaceId, role }: { session: Credential | null; spaceId: string; role: SpaceRole }) {
  if (session?.kind !== "session") return null;
  const fitting: SpaceRole[] = role === "observer" ? ["observer", "member", "facilitator"] : [role, "facilitator"];
  const grant = await tx.spaceGrant.findFirst({
    where: {
      session: { idHash: session.hash },
      spaceId,
      OR: [{ linkId: null }, { link: { revokedAt: null } }],
      member: { removedAt: null, role: { in: fitting } },
    },
    include: { member: true },
    orderBy: { grantedAt: "desc" },
  });
  return grant?.member ?? null;
}
