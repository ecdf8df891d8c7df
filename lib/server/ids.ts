import "server-only";
import { hash, randomBytes, randomUUID } from "node:crypto";
import { v7 } from "uuid";
import type { LinkKind } from "@/lib/domain/share/schema";
import type { SpaceLinkKind } from "@/lib/domain/space/schema";

/** A time-ordered id. It identifies; it never authorises. */
export const newId = (): string => v7();

/** Names one request in its reply and the log; nothing is ever ordered by it. */
export const newRequestId = (): string => randomUUID();

const PREFIX: Record<LinkKind, string> = { facilitator: "f", member: "m", observer: "o", return: "r", approver: "a" };

/** A link token: a letter that tells its kind and 256 random bits. Shown once; the database keeps its hash. */
export function newLinkToken(kind: LinkKind): { token: string; hash: Uint8Array<ArrayBuffer> } {
  const token = `${PREFIX[kind]}_${randomBytes(32).toString("base64url")}`;
  return { token, hash: hashToken(token) };
}

/** The same for a space; the letter s before the kind's tells the join page which of the two it holds. */
export function newSpaceToken(kind: SpaceLinkKind): { token: string; hash: Uint8Array<ArrayBuffer> } {
  const token = `s${PREFIX[kind]}_${randomBytes(32).toString("base64url")}`;
  return { token, hash: hashToken(token) };
}

/** An API key of a space. */
export function newApiKeyToken(): { token: string; hash: Uint8Array<ArrayBuffer> } {
  const token = `k_${randomBytes(32).toString("base64url")}`;
  return { token, hash: hashToken(token) };
}

/** The address part of a calendar feed. */
export function newFeedToken(): { token: string; hash: Uint8Array<ArrayBuffer> } {
  const token = `c_${randomBytes(32).toString("base64url")}`;
  return { token, hash: hashToken(token) };
}

/** What a webhook's messages are signed with. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString("base64url")}`;

/** 256 random bits as text, for nonces and challenges. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export function newSessionToken(): { token: string; hash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: hashToken(token) };
}

/** Without 0, O, 1 and I, so that it can be read aloud: `K7QM-2F`. */
const CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

export function newJoinCode(): { code: string; hash: Uint8Array<ArrayBuffer> } {
  const letters = [...randomBytes(6)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join("");
  return { code: `${letters.slice(0, 4)}-${letters.slice(4)}`, hash: hashCode(letters) };
}

/** Case, spaces and the dash do not count. */
export function hashCode(code: string): Uint8Array<ArrayBuffer> {
  return hashToken(`code:${code.toUpperCase().replace(/[^A-Z0-9]/gu, "")}`);
}

export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hash("sha256", token, "buffer"));
}

/** What tells two writes with the same operation id apart. */
export function fingerprintOf(body: unknown): string {
  return hash("sha256", JSON.stringify(body), "base64url");
}
