import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type ApiKeyView, keyScopeSchema, type NewApiKey } from "@/lib/domain/space/api-keys";
import { now } from "../clock";
import { db } from "../db/client";
import { newApiKeyToken } from "../ids";
import { requireSpaceRole, type SpaceAccess } from "./access";
import { writeSpace } from "./transaction";

const DAY_MS = 86_400_000;

/**
 * A new key of the space. The reply is the only place where it ever stands; the operation's id is the key's own, so that
 * asking again after a lost reply gives the same key another secret and ends the first.
 */
export async function createKey(access: SpaceAccess, { opId, ...input }: NewApiKey) {
  requireSpaceRole(access, "facilitator");
  const fresh = newApiKeyToken();
  const expiresAt = input.days === null ? null : new Date(now().getTime() + input.days * DAY_MS);
  await writeSpace(access, {
    opId,
    input,
    storeReply: false,
    run: async (tx, { spaceId, memberId }) => {
      const { name: byName } = await tx.spaceMember.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
      const { name, scopes } = input;
      const secret = { tokenHash: fresh.hash, ending: fresh.token.slice(-4) };
      const again = await tx.apiKey.updateMany({ where: { id: opId, spaceId, byMemberId: memberId }, data: secret });
      if (again.count === 0)
        await tx.apiKey.create({ data: { id: opId, spaceId, name, scopes, expiresAt, byMemberId: memberId, byName, ...secret } });
      return { reply: {}, event: { type: "key_created", key: opId, scopes } };
    },
  });
  return { id: opId, key: fresh.token, expiresAt: expiresAt?.toISOString() ?? null };
}

export async function listKeys(access: SpaceAccess): Promise<ApiKeyView[]> {
  requireSpaceRole(access, "facilitator");
  const rows = await db().apiKey.findMany({ where: { spaceId: access.spaceId }, orderBy: { createdAt: "desc" } });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: keyScopeSchema.array().parse(row.scopes),
    ending: row.ending,
    by: row.byName,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}

/** Ends a key at its next call. Revoking it twice changes nothing. */
export async function revokeKey(access: SpaceAccess, { opId, keyId }: { opId: string; keyId: string }) {
  requireSpaceRole(access, "facilitator");
  return writeSpace(access, {
    opId,
    input: { revoke: keyId },
    run: async (tx) => {
      const key = await tx.apiKey.findFirst({ where: { id: keyId, spaceId: access.spaceId } });
      if (key === null) throw new AppError("not_found", "No such key.");
      if (key.revokedAt !== null) return { reply: {}, event: null };
      await tx.apiKey.update({ where: { id: keyId }, data: { revokedAt: now() } });
      return { reply: {}, event: { type: "key_revoked", key: keyId } };
    },
  });
}
