import "server-only";
import { AppError } from "@/lib/domain/errors";
import { isLiveKey, type KeyScope, keyScopeSchema } from "@/lib/domain/space/api-keys";
import { type SpaceRole, spaceRoleSchema } from "@/lib/domain/space/schema";
import type { Credential } from "../access";
import { now } from "../clock";
import { db, type Tx } from "../db/client";

declare const proven: unique symbol;

/** Proof that somebody may see one space as one of its people. Only this file mints it. */
export type SpaceAccess = {
  readonly [proven]: true;
  readonly spaceId: string;
  readonly memberId: string;
  readonly role: SpaceRole;
  /** The link they came by; for a sign-in an id that is no link's. */
  readonly linkId: string;
  readonly credential: Credential;
};

/** Proof that a key may do one thing in one space. Only this file mints it. */
export type KeyAccess = {
  readonly [proven]: true;
  readonly spaceId: string;
  readonly keyId: string;
  /** The key's name, for histories. */
  readonly name: string;
  readonly scope: KeyScope;
  readonly credential: Credential;
};

type Resolved = { state: "ok" | "unnamed" | "dead" | "none"; member_id: string | null; role: string | null; link_id: string | null };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/**
 * The only door to a space. Throws unauthenticated without a live credential, not_found when the credential has nothing to
 * do with that space (the same whether it exists), and forbidden while a shared link has no name yet, or for a key.
 */
export async function requireSpace(credential: Credential | null, spaceId: string, tx: Tx = db()): Promise<SpaceAccess> {
  if (credential === null) throw new AppError("unauthenticated", "No credential was sent.");
  if (!UUID.test(spaceId)) throw new AppError("not_found", "No such space.");
  const resolved = await resolve({ credential, spaceId, tx });
  if (resolved.state === "unnamed") throw new AppError("forbidden", "Join with a name first.");
  if (resolved.state !== "ok" || resolved.member_id === null || resolved.link_id === null)
    throw await refusalOf({ credential, spaceId, isDead: resolved.state === "dead", tx });
  return {
    spaceId,
    memberId: resolved.member_id,
    role: spaceRoleSchema.parse(resolved.role),
    linkId: resolved.link_id,
    credential,
  } as SpaceAccess;
}

export function requireSpaceRole(access: SpaceAccess, ...roles: SpaceRole[]): void {
  if (!roles.includes(access.role)) throw new AppError("forbidden", `Not for the role ${access.role}.`);
}

/**
 * A live key of this space that has the scope. Unauthenticated for a key that is wrong, revoked or expired, not_found for one
 * of another space, forbidden without the scope. People's credentials are no keys: use requireSpace for them.
 */
export async function requireScope(
  credential: Credential | null,
  { spaceId, scope }: { spaceId: string; scope: KeyScope },
  tx: Tx = db(),
): Promise<KeyAccess> {
  const key = await requireKey(credential, tx);
  if (key.spaceId !== spaceId) throw new AppError("not_found", "No such space.");
  return withScope(key, scope);
}

/** The same for a worksheet: the key's space must be the worksheet's. */
export async function requireWorksheetScope(
  credential: Credential | null,
  { worksheetId, scope }: { worksheetId: string; scope: KeyScope },
  tx: Tx = db(),
): Promise<KeyAccess> {
  const key = await requireKey(credential, tx);
  const isOurs =
    UUID.test(worksheetId) && (await tx.worksheet.count({ where: { id: worksheetId, spaceId: key.spaceId, deletedAt: null } })) > 0;
  if (!isOurs) throw new AppError("not_found", "No such worksheet.");
  return withScope(key, scope);
}

/** What a live key may do, whatever its space; null when the credential is no live key. */
export async function findKey(credential: Credential | null, tx: Tx = db()) {
  if (credential?.kind !== "bearer") return null;
  const row = await tx.apiKey.findUnique({ where: { tokenHash: credential.hash }, include: { space: { select: { deletedAt: true } } } });
  if (row === null || row.space.deletedAt !== null) return null;
  const dates = { revokedAt: row.revokedAt?.toISOString() ?? null, expiresAt: row.expiresAt?.toISOString() ?? null };
  return isLiveKey(dates, now().toISOString()) ? row : null;
}

/**
 * The shared link behind which somebody may still join with a name: a script's own token, or the latest one that this browser
 * opened without giving one. Null when there is none.
 */
export async function findUnnamedSpaceLink(tx: Tx, credential: Credential, spaceId: string): Promise<string | null> {
  if (!UUID.test(spaceId)) return null;
  if (credential.kind === "bearer") {
    const resolved = await resolve({ credential, spaceId, tx });
    return resolved.state === "unnamed" ? resolved.link_id : null;
  }
  const grant = await tx.spaceGrant.findFirst({
    where: { session: { idHash: credential.hash }, spaceId, memberId: null, link: { revokedAt: null }, space: { deletedAt: null } },
    orderBy: { grantedAt: "desc" },
  });
  return grant?.linkId ?? null;
}

async function requireKey(credential: Credential | null, tx: Tx) {
  const key = await findKey(credential, tx);
  if (key === null) throw new AppError("unauthenticated", "Send Authorization: Bearer and a key of the space.");
  // Enough to see that a key is in use, and no write per call.
  await tx.$executeRaw`UPDATE api_key SET last_used_at = now() WHERE id = ${key.id}::uuid AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;
  return key;
}

function withScope(key: NonNullable<Awaited<ReturnType<typeof findKey>>>, scope: KeyScope): KeyAccess {
  if (!keyScopeSchema.array().parse(key.scopes).includes(scope)) throw new AppError("forbidden", `This key may not ${scope}.`);
  return {
    spaceId: key.spaceId,
    keyId: key.id,
    name: key.name,
    scope,
    credential: { kind: "bearer", hash: new Uint8Array(key.tokenHash) },
  } as KeyAccess;
}

async function refusalOf({ credential, spaceId, isDead, tx }: { credential: Credential; spaceId: string; isDead: boolean; tx: Tx }) {
  if (!isDead) return new AppError("not_found", "No such space.");
  const key = await findKey(credential, tx);
  if (key === null) return new AppError("unauthenticated", "This session, link or key no longer opens anything.");
  if (key.spaceId !== spaceId) return new AppError("not_found", "No such space.");
  return new AppError("forbidden", "A key may do what its scopes name, and nothing else.");
}

async function resolve({ credential, spaceId, tx }: { credential: Credential; spaceId: string; tx: Tx }): Promise<Resolved> {
  const rows = await tx.$queryRaw<
    Resolved[]
  >`SELECT state, member_id, role, link_id FROM resolve_space(${credential.kind}, ${credential.hash}, ${spaceId}::uuid)`;
  return rows[0] ?? { state: "dead", member_id: null, role: null, link_id: null };
}
