import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type Role, roleSchema } from "@/lib/domain/worksheet/schema";
import { db, type Tx } from "./db/client";
import type { KeyAccess, SpaceAccess } from "./spaces/access";

/** What a request shows of itself: the hash of its cookie or of its bearer token. The token itself goes no further. */
export type Credential = { kind: "session" | "bearer"; hash: Uint8Array<ArrayBuffer> };

declare const proven: unique symbol;

/** Proof that somebody may see one worksheet as one member. Only this file mints it. */
export type WorksheetAccess = {
  readonly [proven]: true;
  readonly worksheetId: string;
  readonly memberId: string;
  readonly role: Role;
  readonly linkId: string;
  readonly credential: Credential;
  /** Unrevealed answers saved before this time stay closed to a return link that somebody else asked for. */
  readonly sealedBefore: Date | null;
};

type Resolved = {
  state: "ok" | "unnamed" | "dead" | "none";
  member_id: string | null;
  role: string | null;
  link_id: string | null;
  sealed_before: Date | null;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/**
 * The only door to a worksheet. Throws unauthenticated without a live credential, not_found when the credential has
 * nothing to do with that worksheet (the same whether it exists), and forbidden while a shared link has no name yet.
 */
export async function requireAccess(credential: Credential | null, worksheetId: string, tx: Tx = db()): Promise<WorksheetAccess> {
  if (credential === null) throw new AppError("unauthenticated", "No credential was sent.");
  if (!UUID.test(worksheetId)) throw new AppError("not_found", "No such worksheet.");
  const resolved = await resolve({ credential, worksheetId, tx });
  if (resolved.state === "unnamed") throw new AppError("forbidden", "Join with a name first.");
  if (resolved.state !== "ok" || resolved.member_id === null || resolved.link_id === null) throw refusalOf(resolved.state);
  return {
    worksheetId,
    memberId: resolved.member_id,
    role: roleSchema.parse(resolved.role),
    linkId: resolved.link_id,
    credential,
    sealedBefore: resolved.sealed_before,
  } as WorksheetAccess;
}

/**
 * What whoever reads a space's log sees of one of its worksheets: a person what they see anyway, a key that may read the log
 * what an observer sees. A key stays a key: nothing can be written with this.
 */
export async function requireReading(reader: SpaceAccess | KeyAccess, worksheetId: string): Promise<WorksheetAccess> {
  if (!("keyId" in reader)) return requireAccess(reader.credential, worksheetId);
  const { spaceId, keyId, credential, scope } = reader;
  const isOurs = UUID.test(worksheetId) && (await db().worksheet.count({ where: { id: worksheetId, spaceId, deletedAt: null } })) > 0;
  if (!isOurs || scope !== "read:log") throw new AppError("not_found", "No such worksheet.");
  return { worksheetId, memberId: keyId, role: "observer", linkId: keyId, credential, sealedBefore: null } as WorksheetAccess;
}

/** What a key that may write reviews sees while it keeps one: what an observer sees. The key is proven by whoever asks. */
export function readingOf({ keyId, credential, scope }: KeyAccess, worksheetId: string): WorksheetAccess {
  if (scope !== "write:reviews") throw new AppError("forbidden", "This key may not write reviews.");
  return { worksheetId, memberId: keyId, role: "observer", linkId: keyId, credential, sealedBefore: null } as WorksheetAccess;
}

/**
 * The shared link behind which somebody may still take a seat: a script's own token, or the latest one that this browser
 * opened without giving a name. Null when there is none.
 */
export async function findUnnamedLink(tx: Tx, credential: Credential, worksheetId: string): Promise<string | null> {
  if (!UUID.test(worksheetId)) return null;
  if (credential.kind === "bearer") {
    const resolved = await resolve({ credential, worksheetId, tx });
    return resolved.state === "unnamed" ? resolved.link_id : null;
  }
  const grant = await tx.grant.findFirst({
    where: { session: { idHash: credential.hash }, worksheetId, memberId: null, link: { revokedAt: null }, worksheet: { deletedAt: null } },
    orderBy: { grantedAt: "desc" },
  });
  return grant?.linkId ?? null;
}

export function requireRole(access: WorksheetAccess, ...roles: Role[]): void {
  if (!roles.includes(access.role)) throw new AppError("forbidden", `Not for the role ${access.role}.`);
}

export function refusalOf(state: "dead" | "none" | "unnamed" | "ok"): AppError {
  if (state === "dead") return new AppError("unauthenticated", "This session or link no longer opens anything.");
  return new AppError("not_found", "No such worksheet.");
}

async function resolve({ credential, worksheetId, tx }: { credential: Credential; worksheetId: string; tx: Tx }): Promise<Resolved> {
  const rows = await tx.$queryRaw<
    Resolved[]
  >`SELECT state, member_id, role, link_id, sealed_before FROM resolve_access(${credential.kind}, ${credential.hash}, ${worksheetId}::uuid)`;
  return rows[0] ?? { state: "dead", member_id: null, role: null, link_id: null, sealed_before: null };
}
