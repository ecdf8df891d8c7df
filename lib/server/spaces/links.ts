import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type SpaceLinkView, type SpaceRole, spaceLinkKindSchema } from "@/lib/domain/space/schema";
import { now } from "../clock";
import { db } from "../db/client";
import { newSpaceToken } from "../ids";
import { requireSpaceRole, type SpaceAccess } from "./access";
import { writeSpace } from "./transaction";

export async function listSpaceLinks(access: SpaceAccess): Promise<SpaceLinkView[]> {
  requireSpaceRole(access, "facilitator");
  const rows = await db().spaceLink.findMany({
    where: { spaceId: access.spaceId },
    include: { member: { select: { name: true } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    kind: spaceLinkKindSchema.parse(row.kind),
    name: row.member?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}

/**
 * A new shared link of one kind; with `revokeOld` the earlier ones die, and with them the sessions they opened. The
 * operation's id is the link's own, so that asking again after a lost reply replaces it instead of leaving one behind.
 */
export async function addSpaceLink(
  access: SpaceAccess,
  { opId, ...input }: { opId: string; kind: SpaceRole; revokeOld?: boolean | undefined },
) {
  requireSpaceRole(access, "facilitator");
  const fresh = newSpaceToken(input.kind);
  await writeSpace(access, {
    opId,
    input,
    storeReply: false,
    run: async (tx, { spaceId, linkId }) => {
      const { kind, revokeOld } = input;
      const earlier = { spaceId, kind, revokedAt: null, id: { notIn: [linkId, opId] } };
      if (revokeOld) await tx.spaceLink.updateMany({ where: earlier, data: { revokedAt: now() } });
      const again = await tx.spaceLink.updateMany({ where: { id: opId, spaceId, kind }, data: { tokenHash: fresh.hash } });
      if (again.count === 0) await tx.spaceLink.create({ data: { id: opId, spaceId, kind, tokenHash: fresh.hash } });
      return { reply: {}, event: { type: revokeOld ? "space_link_replaced" : "space_link_added", kind, link: opId } };
    },
  });
  return { id: opId, token: fresh.token };
}

/**
 * A new return link in place of the old ones: your own, or as facilitator somebody else's, which then does not open what they
 * saved unrevealed before.
 */
export async function replaceSpaceReturnLink(access: SpaceAccess, { opId, memberId }: { opId: string; memberId: string }) {
  const isOwn = memberId === access.memberId;
  if (!isOwn) requireSpaceRole(access, "facilitator");
  const fresh = newSpaceToken("return");
  await writeSpace(access, {
    opId,
    input: { memberId },
    storeReply: false,
    run: async (tx, { spaceId, linkId }) => {
      const member = await tx.spaceMember.findFirst({ where: { id: memberId, spaceId, removedAt: null } });
      if (member === null) throw new AppError("not_found", "No such member.");
      // The link this browser came through stays, or asking for a return link would sign its owner out.
      const earlier = { spaceId, kind: "return", memberId, revokedAt: null };
      const own = await tx.spaceLink.findUnique({ where: { id: linkId }, select: { sealedBefore: true } });
      await tx.spaceLink.updateMany({ where: { ...earlier, id: { notIn: [linkId, opId] } }, data: { revokedAt: now() } });
      const again = await tx.spaceLink.updateMany({ where: { ...earlier, id: opId }, data: { tokenHash: fresh.hash } });
      const sealedBefore = isOwn ? (own?.sealedBefore ?? null) : now();
      if (again.count === 0)
        await tx.spaceLink.create({ data: { id: opId, spaceId, kind: "return", tokenHash: fresh.hash, memberId, sealedBefore } });
      return { reply: {}, event: { type: "space_return_link_replaced", link: opId, member: memberId } };
    },
  });
  return { id: opId, token: fresh.token };
}

export async function revokeSpaceLink(access: SpaceAccess, { opId, linkId }: { opId: string; linkId: string }) {
  requireSpaceRole(access, "facilitator");
  if (linkId === access.linkId) throw new AppError("illegal_transition", "This is the link you came in with; open another one first.");
  return writeSpace(access, {
    opId,
    input: { revoke: linkId },
    run: async (tx, { spaceId }) => {
      const { count } = await tx.spaceLink.updateMany({ where: { id: linkId, spaceId, revokedAt: null }, data: { revokedAt: now() } });
      if (count === 0) throw new AppError("not_found", "No such link.");
      return { reply: {}, event: { type: "space_link_revoked", link: linkId } };
    },
  });
}
