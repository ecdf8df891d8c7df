import { z } from "zod";
import { sha256HexOfBytes } from "../record/sha256";
import { fromBase64Url, fromHex } from "./base64url";
import { type PasskeyJwk, passkeyProofSchema } from "./passkey-proof";
import { type ApprovalStatement, approvalStatementSchema, statementChallenge } from "./statement";

export type ApprovalFault =
  | "unreadable"
  | "not_an_assertion"
  | "wrong_statement"
  | "wrong_origin"
  | "wrong_rp"
  | "user_not_present"
  | "user_not_verified"
  | "bad_signature";
export type ApprovalCheck = { ok: true } | { ok: false; reason: ApprovalFault };

/** Chromium adds members at random, so the text is parsed and never compared (WebAuthn, section 5.8.1.2). */
const clientDataSchema = z.looseObject({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
});

const USER_PRESENT = 1;
const USER_VERIFIED = 4;

/**
 * Checks a passkey's proof of a statement with nothing but the two of them: the signed challenge is the statement's hash,
 * the origin is the statement's instance, a verified person was there, and the signature is the key's (WebAuthn level 2,
 * section 7.2). Needs `crypto.subtle`, so in a browser a secure page; no network. That the key belongs to the approver is
 * what the statement's enrolment claims and the seal vouches for.
 * @example await verifyApproval(proof, { ...statement, verdict: "decline" }) // { ok: false, reason: "wrong_statement" }
 */
export async function verifyApproval(proof: unknown, statement: unknown): Promise<ApprovalCheck> {
  const given = passkeyProofSchema.safeParse(proof);
  const said = approvalStatementSchema.safeParse(statement);
  if (!given.success || !said.success) return fault("unreadable");
  const clientDataBytes = fromBase64Url(given.data.clientDataJSON);
  const authenticatorData = fromBase64Url(given.data.authenticatorData);
  const signature = fromBase64Url(given.data.signature);
  const clientData = clientDataBytes === null ? null : clientDataOf(clientDataBytes);
  if (clientDataBytes === null || authenticatorData === null || signature === null || clientData === null) return fault("unreadable");

  const claim = claimFault({ clientData, authenticatorData, rpId: given.data.rpId, statement: said.data });
  if (claim !== null) return fault(claim);
  const signed = new Uint8Array([...authenticatorData, ...fromHex(sha256HexOfBytes(clientDataBytes))]);
  const isGenuine = await isSignedBy(given.data.publicKey, { signed, signature });
  return isGenuine ? { ok: true } : fault("bad_signature");
}

function claimFault({
  clientData,
  authenticatorData,
  rpId,
  statement,
}: {
  clientData: z.infer<typeof clientDataSchema>;
  authenticatorData: Uint8Array;
  rpId: string;
  statement: ApprovalStatement;
}): ApprovalFault | null {
  if (clientData.type !== "webauthn.get") return "not_an_assertion";
  if (clientData.challenge !== statementChallenge(statement)) return "wrong_statement";
  if (clientData.origin !== statement.instance || clientData.crossOrigin === true) return "wrong_origin";
  if (!belongsTo(statement.instance, rpId)) return "wrong_rp";
  if (authenticatorData.length < 37) return "unreadable";
  const rpHash = Array.from(authenticatorData.subarray(0, 32), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (rpHash !== sha256HexOfBytes(new TextEncoder().encode(rpId))) return "wrong_rp";
  const flags = authenticatorData[32] ?? 0;
  if ((flags & USER_PRESENT) === 0) return "user_not_present";
  return (flags & USER_VERIFIED) === 0 ? "user_not_verified" : null;
}

/** The relying party is the instance's host; we never use a parent domain. */
function belongsTo(instance: string, rpId: string): boolean {
  return URL.canParse(instance) && new URL(instance).hostname === rpId;
}

function clientDataOf(bytes: Uint8Array): z.infer<typeof clientDataSchema> | null {
  try {
    return clientDataSchema.safeParse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}

async function isSignedBy(jwk: PasskeyJwk, { signed, signature }: { signed: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> }) {
  const algorithm =
    jwk.kty === "EC" ? { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const bytes = jwk.kty === "EC" ? rawSignature(signature) : signature;
  if (bytes === null) return false;
  try {
    const key = await crypto.subtle.importKey("jwk", jwk, algorithm, false, ["verify"]);
    return await crypto.subtle.verify(algorithm, key, bytes, signed);
  } catch {
    // A key that no curve holds is a forgery as well.
    return false;
  }
}

/** ECDSA signatures travel as DER (two integers); WebCrypto wants the two as 32 bytes each. */
function rawSignature(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null;
  const r = integerAt(der, 2);
  const s = r === null ? null : integerAt(der, r.end);
  if (r === null || s === null || s.end !== der.length) return null;
  return new Uint8Array([...r.bytes, ...s.bytes]);
}

function integerAt(der: Uint8Array, at: number): { bytes: Uint8Array; end: number } | null {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  if (der[at] !== 0x02 || length === 0 || length > 33 || end > der.length) return null;
  const digits = der.subarray(at + 2, end);
  const value = digits[0] === 0 ? digits.subarray(1) : digits;
  if (value.length > 32) return null;
  const bytes = new Uint8Array(32);
  bytes.set(value, 32 - value.length);
  return { bytes, end };
}

function fault(reason: ApprovalFault): ApprovalCheck {
  return { ok: false, reason };
}
