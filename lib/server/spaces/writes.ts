import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NewSpace, SpaceMemberInput, SpaceSettings } from "@/lib/domain/space/schema";
import type { Credential } from "../access";
import { now } from "../clock";
import { db } from "../db/client";
import { newId, newSpaceToken } from "../ids";
import { appendAudit } from "../worksheet/transaction";
import { findUnnamedSpaceLink, requireSpaceRole, type SpaceAccess } from "./access";
import { skipNumbers } from "./numbers";
import { grantSpace } from "./sessions";
import { lockSpace, writeSpace } from "./transaction";

const UUID = /^[0-9a-f-]{36}$/iu;

/** Starts a space: its links, its first facilitator, and this browser's session as them. */
export async function createSpace(input: NewSpace, session: Credential | null) {
  const [id, memberId, returnLinkId] = [newId(), newId(), newId()];
  const tokens = {
    facilitator: newSpaceToken("facilitator"),
    member: newSpaceToken("member"),
    observer: newSpaceToken("observer"),
    return: newSpaceToken("return"),
  };
  const sessionToken = await db().$transaction(async (tx) => {
    await tx.space.create({ data: { id, name: input.name, language: input.language ?? "en" } });
    await tx.spaceMember.create({ data: { id: memberId, spaceId: id, name: input.yourName, role: "facilitator" } });
    const shared = (["facilitator", "member", "observer"] as const).map((kind) => ({
      id: newId(),
      spaceId: id,
      kind,
      tokenHash: tokens[kind].hash,
    }));
    const own = { id: returnLinkId, spaceId: id, kind: "return", tokenHash: tokens.return.hash, memberId };
    await tx.spaceLink.createMany({ data: [...shared, own] });
    await appendAudit(tx, { worksheetId: id, memberId, event: { type: "space_created" } });
    return grantSpace(tx, { session, spaceId: id, linkId: returnLinkId, memberId });
  });
  const { facilitator, member, observer } = tokens;
  return {
    id,
    sessionToken,
    memberToken: tokens.return.token,
    links: { facilitator: facilitator.token, member: member.token, observer: observer.token },
  };
}

/** Makes a person behind a shared link, with their own return link, and for a browser its grant as them. */
export async function joinSpace(credential: Credential, spaceId: string, name: string) {
  const memberId = newId();
  const personal = newSpaceToken("return");
  const sessionToken = await db().$transaction(async (tx) => {
    // Looked up under the lock, so that a double click makes one person.
    if (UUID.test(spaceId)) await lockSpace(tx, spaceId);
    const linkId = await findUnnamedSpaceLink(tx, credential, spaceId);
    if (linkId === null) throw new AppError("not_found", "No such space, or you already have a name there.");
    const { kind } = await tx.spaceLink.findUniqueOrThrow({ where: { id: linkId } });
    await tx.spaceMember.create({ data: { id: memberId, spaceId, name, role: kind } });
    await tx.spaceLink.create({ data: { id: newId(), spaceId, kind: "return", tokenHash: personal.hash, memberId } });
    await appendAudit(tx, { worksheetId: spaceId, memberId, event: { type: "space_joined", role: kind } });
    return credential.kind === "bearer" ? null : grantSpace(tx, { session: credential, spaceId, linkId, memberId });
  });
  return { memberId, token: personal.token, sessionToken };
}

/** Name, language and, ahead only, the next number with the reason for what is left out. */
export async function setSpaceSettings(access: SpaceAccess, { opId, ...input }: SpaceSettings) {
  requireSpaceRole(access, "facilitator");
  return writeSpace(access, {
    opId,
    input,
    run: async (tx, current) => {
      const { spaceId } = access;
      const { name, language, nextNumber, reason = "" } = input;
      const data = { ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }) };
      await tx.space.update({ where: { id: spaceId }, data });
      if (language !== undefined) await tx.logEntry.updateMany({ where: { spaceId, worksheetId: null }, data: { language } });
      if (nextNumber !== undefined) await skipNumbers(tx, { spaceId, nextNumber, reason, memberId: current.memberId });
      const changed = Object.keys(input).filter((key) => key !== "reason");
      return { reply: {}, event: { type: "space_settings", changed, nextNumber: nextNumber ?? null } };
    },
  });
}

/** Another role or name for one of its people; the last facilitator stays one. */
export async function changeSpaceMember(access: SpaceAccess, memberId: string, { opId, ...input }: SpaceMemberInput) {
  if (memberId !== access.memberId || input.role !== undefined) requireSpaceRole(access, "facilitator");
  return writeSpace(access, {
    opId,
    input: { memberId, ...input },
    run: async (tx) => {
      const { spaceId } = access;
      const member = await tx.spaceMember.findFirst({ where: { id: memberId, spaceId, removedAt: null } });
      if (member === null) throw new AppError("not_found", "No such member.");
      const facilitators = await tx.spaceMember.count({ where: { spaceId, role: "facilitator", removedAt: null, id: { not: memberId } } });
      if (input.role !== undefined && input.role !== "facilitator" && facilitators === 0)
        throw new AppError("illegal_transition", "A space keeps at least one facilitator.");
      const { role, name } = input;
      await tx.spaceMember.update({
        where: { id: memberId },
        data: { ...(role === undefined ? {} : { role }), ...(name === undefined ? {} : { name }) },
      });
      return { reply: {}, event: { type: "space_member_changed", member: memberId, role: role ?? null } };
    },
  });
}

/** Takes a person off: their links, sessions and seats in the space's worksheets stop opening anything. What they wrote stays. */
export async function removeSpaceMember(access: SpaceAccess, memberId: string, { opId }: { opId: string }) {
  if (memberId !== access.memberId) requireSpaceRole(access, "facilitator");
  return writeSpace(access, {
    opId,
    input: { remove: memberId },
    run: async (tx) => {
      const { spaceId } = access;
      const member = await tx.spaceMember.findFirst({ where: { id: memberId, spaceId, removedAt: null } });
      if (member === null) throw new AppError("not_found", "No such member.");
      const facilitators = await tx.spaceMember.count({ where: { spaceId, role: "facilitator", removedAt: null, id: { not: memberId } } });
      if (facilitators === 0) throw new AppError("illegal_transition", "A space keeps at least one facilitator.");
      await tx.spaceMember.update({ where: { id: memberId }, data: { removedAt: now() } });
      await tx.spaceLink.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: now() } });
      return { reply: {}, event: { type: "space_member_removed", member: memberId } };
    },
  });
}
