import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { LinkView, NewMember } from "@/lib/domain/share/schema";
import { linkKindSchema } from "@/lib/domain/share/schema";
import { type Credential, findUnnamedLink, requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { db } from "../db/client";
import { databaseNow } from "../db/database-now";
import { newId, newJoinCode, newLinkToken } from "../ids";
import { announce } from "../live/announce";
import { appendAudit, lockWorksheet, writeWorksheet } from "../worksheet/transaction";
import { ensureWorkshop } from "../workshop/act";
import { freeName } from "../workshop/roles";
import { grantToSession, roleOfLink } from "./sessions";

const CODE_HOURS = 8;
const UUID = /^[0-9a-f-]{36}$/iu;

/** Makes a member behind a shared link: the person, their return link, and for a browser its grant as them. */
export async function addMember(credential: Credential, worksheetId: string, input: NewMember) {
  const memberId = newId();
  const personal = newLinkToken("return");
  const sessionToken = await db().$transaction(async (tx) => {
    // Looked up under the lock, so that a double click takes one seat.
    if (UUID.test(worksheetId)) await lockWorksheet(tx, worksheetId);
    const linkId = await findUnnamedLink(tx, credential, worksheetId);
    if (linkId === null) throw new AppError("not_found", "No such worksheet, or you already have a name there.");
    const link = await tx.link.findUniqueOrThrow({ where: { id: linkId } });
    const role = input.observer ? "observer" : roleOfLink(link.kind);
    const name = await freeName(tx, {
      worksheetId,
      name: input.name,
      isAnother: input.another ?? false,
      session: credential.kind === "session" ? credential.hash : undefined,
    });
    await tx.member.create({ data: { id: memberId, worksheetId, name, role, lastSeenAt: now() } });
    if (input.blind && role === "member" && (await tx.reveal.count({ where: { worksheetId } })) > 0) {
      await ensureWorkshop(tx, worksheetId);
      await tx.lateBlind.create({ data: { memberId, worksheetId } });
    }
    const returnLinkId = newId();
    await tx.link.create({ data: { id: returnLinkId, worksheetId, kind: "return", tokenHash: personal.hash, memberId } });
    await appendAudit(tx, { worksheetId, memberId, event: { type: "member_joined", role, through: link.kind } });
    if (credential.kind === "bearer") return null;
    // A code ends by itself and is in no list; who came in by one stands on their own link, which can be switched off.
    if (link.kind === "code") await tx.grant.deleteMany({ where: { session: { idHash: credential.hash }, linkId } });
    return grantToSession(tx, { session: credential, worksheetId, linkId: link.kind === "code" ? returnLinkId : linkId, memberId });
  });
  announce({ worksheetId, seq: 0, changed: ["members"] });
  return { memberId, token: personal.token, sessionToken };
}

export async function listLinks(access: WorksheetAccess): Promise<LinkView[]> {
  requireRole(access, "facilitator");
  const rows = await db().link.findMany({
    where: { worksheetId: access.worksheetId, kind: { not: "code" } },
    include: { member: { select: { name: true } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    kind: linkKindSchema.parse(row.kind),
    name: row.member?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}

/** A new shared link of one kind; with `revokeOld` the earlier ones die, and with them the sessions they opened. */
export async function addLink(
  access: WorksheetAccess,
  input: { opId: string; kind: "facilitator" | "member" | "observer"; revokeOld?: boolean | undefined },
) {
  requireRole(access, "facilitator");
  const fresh = newLinkToken(input.kind);
  const id = newId();
  await writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["links"],
    storeReply: false,
    run: async (tx) => {
      const earlier = { worksheetId: access.worksheetId, kind: input.kind, revokedAt: null, id: { not: access.linkId } };
      if (input.revokeOld) await tx.link.updateMany({ where: earlier, data: { revokedAt: now() } });
      await tx.link.create({ data: { id, worksheetId: access.worksheetId, kind: input.kind, tokenHash: fresh.hash } });
      return { reply: {}, event: { type: input.revokeOld ? "link_replaced" : "link_added", kind: input.kind, link: id } };
    },
  });
  return { id, token: fresh.token };
}

/**
 * A new return link in place of the old ones: your own, or as facilitator somebody else's. One made for somebody else
 * does not open what they saved before and nobody revealed, or blind would end where the facilitator wants it to.
 */
export async function replaceReturnLink(access: WorksheetAccess, input: { opId: string; memberId: string }) {
  const isOwn = input.memberId === access.memberId;
  if (!isOwn) requireRole(access, "facilitator");
  const fresh = newLinkToken("return");
  const id = newId();
  await writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["links"],
    storeReply: false,
    run: async (tx) => {
      const { worksheetId, linkId } = access;
      const member = await tx.member.findFirst({ where: { id: input.memberId, worksheetId, removedAt: null } });
      if (member === null) throw new AppError("not_found", "No such member.");
      // The link this browser came through stays, or asking for a return link would sign its owner out.
      await tx.link.updateMany({
        where: { worksheetId, kind: "return", memberId: member.id, revokedAt: null, id: { not: linkId } },
        data: { revokedAt: now() },
      });
      await tx.link.create({
        data: {
          id,
          worksheetId,
          kind: "return",
          tokenHash: fresh.hash,
          memberId: member.id,
          // By the clock that stamps answers, or one that lags would leave the latest of them open.
          sealedBefore: isOwn ? access.sealedBefore : await databaseNow(tx),
        },
      });
      return { reply: {}, event: { type: "return_link_replaced", link: id, member: member.id } };
    },
  });
  return { id, token: fresh.token };
}

export async function revokeLink(access: WorksheetAccess, input: { opId: string; linkId: string }) {
  requireRole(access, "facilitator");
  if (input.linkId === access.linkId)
    throw new AppError("illegal_transition", "This is the link you came in with; open another one first.");
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["links"],
    run: async (tx) => {
      const changed = await tx.link.updateMany({
        where: { id: input.linkId, worksheetId: access.worksheetId, revokedAt: null },
        data: { revokedAt: now() },
      });
      if (changed.count === 0) throw new AppError("not_found", "No such link.");
      return { reply: {}, event: { type: "link_revoked", link: input.linkId } };
    },
  });
}

/** A code to read aloud, good for eight hours and for members only. A new one ends the old. */
export async function makeJoinCode(access: WorksheetAccess, input: { opId: string }) {
  requireRole(access, "facilitator");
  const { code, hash } = newJoinCode();
  let expiresAt = now();
  await writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["links"],
    storeReply: false,
    run: async (tx) => {
      const at = await databaseNow(tx);
      expiresAt = new Date(at.getTime() + CODE_HOURS * 3_600_000);
      await tx.link.updateMany({
        where: { worksheetId: access.worksheetId, kind: "code", expiresAt: { gt: at } },
        data: { expiresAt: at },
      });
      await tx.link.create({ data: { id: newId(), worksheetId: access.worksheetId, kind: "code", tokenHash: hash, expiresAt } });
      return { reply: {}, event: { type: "code_made" } };
    },
  });
  return { code, expiresAt: expiresAt.toISOString() };
}
