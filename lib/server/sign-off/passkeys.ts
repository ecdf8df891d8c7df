import "server-only";
import { toBase64Url } from "@/lib/domain/sign-off/base64url";
import { type PasskeyJwk, passkeyJwkSchema } from "@/lib/domain/sign-off/passkey-proof";
import type { ApprovalInput, EnrolmentInput, EnrolmentOptions } from "@/lib/domain/sign-off/schema";
import { requireAccess, type WorksheetAccess } from "../access";
import { db } from "../db/client";
import { newId, newSecret } from "../ids";
import { writeWorksheet } from "../worksheet/transaction";
import { cameBy, findApprover } from "./approver-identity";
import { keepChallenge, takeChallenge } from "./challenges";
import { refuse } from "./refuse";

/** ES256 and RS256: what every authenticator has and WebCrypto verifies everywhere. */
const ALGORITHMS = [-7, -257];

/** The host that a passkey belongs to. Browsers refuse addresses without a name, and plain http beyond this machine. */
export function rpIdOf(origin: string): string {
  const { hostname } = new URL(origin);
  if (!isPasskeyPossible(origin)) throw refuse("passkey_impossible");
  return hostname;
}

export function isPasskeyPossible(origin: string): boolean {
  const { hostname, protocol } = new URL(origin);
  const isAddress = /^[\d.]+$/u.test(hostname) || hostname.startsWith("[");
  return !isAddress && (protocol === "https:" || hostname === "localhost");
}

/** What to hand to `navigator.credentials.create()`, for an approver only. */
export async function startEnrolment(access: WorksheetAccess, { origin }: { origin: string }): Promise<EnrolmentOptions> {
  const rpId = rpIdOf(origin);
  return db().$transaction(async (tx) => {
    const current = await requireAccess(access.credential, access.worksheetId, tx);
    const approver = await findApprover(tx, { access: current, approverId: undefined });
    if (approver === null) throw refuse("not_asked");
    const { worksheetId, memberId } = current;
    const challenge = newSecret();
    await keepChallenge(tx, { kind: "enrol", worksheetId, memberId, challenge, payload: "" });
    const known = await tx.passkey.findMany({ where: { memberId, rpId } });
    const { name } = approver.member;
    return {
      challenge,
      rp: { id: rpId, name: "Shortlist" },
      user: { id: toBase64Url(new TextEncoder().encode(memberId)), name, displayName: name },
      excluded: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    };
  });
}

/** Keeps a new passkey, and how its owner had come in: all that it will ever prove about who they are. */
export async function enrolPasskey(
  access: WorksheetAccess,
  { origin, ...input }: EnrolmentInput & { origin: string },
): Promise<{ passkeys: number }> {
  const rpId = rpIdOf(origin);
  const { seq: _seq, ...reply } = await writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: [],
    run: async (tx, current) => {
      const approver = await findApprover(tx, { access: current, approverId: undefined });
      if (approver === null) throw refuse("not_asked");
      await takeChallenge(tx, { kind: "enrol", current, challenge: input.challenge });
      const { memberId } = current;
      const { credential } = await checkEnrolment({ input, origin, rpId });
      if ((await tx.passkey.findUnique({ where: { credentialId: credential.id } })) !== null) throw refuse("said_already");
      const by = await cameBy(tx, current);
      await tx.passkey.create({
        data: {
          id: newId(),
          memberId,
          credentialId: credential.id,
          publicKey: new Uint8Array(credential.publicKey),
          counter: credential.counter,
          transports: input.transports,
          rpId,
          ...by,
        },
      });
      const passkeys = await tx.passkey.count({ where: { memberId } });
      return { reply: { passkeys }, event: { type: "passkey_enrolled", approver: approver.id, how: by.how } };
    },
  });
  return reply;
}

/** Read when the first passkey is used: it is the largest part of what a start would otherwise wait for. */
const library = () => import("@simplewebauthn/server");

type StoredPasskey = { credentialId: string; publicKey: Uint8Array; counter: bigint; rpId: string };
type Answer = Omit<NonNullable<ApprovalInput["passkey"]>, "challenge">;

/** The library's own check of an assertion, which also knows that a passkey's counter never goes back. */
export async function newCounter(signed: { passkey: StoredPasskey; answer: Answer; challenge: string; origin: string }): Promise<number> {
  const { passkey, challenge, origin } = signed;
  const { credentialId: id, ...response } = signed.answer;
  try {
    const { verifyAuthenticationResponse } = await library();
    const checked = await verifyAuthenticationResponse({
      response: { id, rawId: id, type: "public-key", clientExtensionResults: {}, response },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: passkey.rpId,
      credential: { id, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
      requireUserVerification: true,
    });
    if (!checked.verified) throw refuse("bad_signature");
    return checked.authenticationInfo.newCounter;
  } catch (error) {
    throw refusalOf(error);
  }
}

async function checkEnrolment({ input, origin, rpId }: { input: EnrolmentInput; origin: string; rpId: string }) {
  const { credentialId: id, challenge, clientDataJSON, attestationObject } = input;
  try {
    const { verifyRegistrationResponse } = await library();
    const checked = await verifyRegistrationResponse({
      response: { id, rawId: id, type: "public-key", clientExtensionResults: {}, response: { clientDataJSON, attestationObject } },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!checked.verified) throw refuse("unreadable");
    await publicKeyOf(checked.registrationInfo.credential.publicKey);
    return checked.registrationInfo;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The library tells its refusals apart by their words only, so its words are what is matched. */
const WORDS: [RegExp, Parameters<typeof refuse>[0]][] = [
  [/challenge/u, "wrong_statement"],
  [/origin/u, "wrong_origin"],
  [/RP ?ID/iu, "wrong_rp"],
  [/response type/u, "not_an_assertion"],
  [/not present/u, "user_not_present"],
  [/User verification/iu, "user_not_verified"],
  [/counter/u, "cloned"],
];

function refusalOf(error: unknown): Error {
  if (!(error instanceof Error) || error.name === "AppError") return error instanceof Error ? error : refuse("unreadable");
  return refuse(WORDS.find(([words]) => words.test(error.message))?.[1] ?? "unreadable");
}

/** A stored COSE key in the form that WebCrypto and the record take. */
export async function publicKeyOf(publicKey: Uint8Array): Promise<PasskeyJwk> {
  const { cose, decodeCredentialPublicKey } = await import("@simplewebauthn/server/helpers");
  const key = decodeCredentialPublicKey(new Uint8Array(publicKey));
  const text = (bytes: Uint8Array | undefined) => toBase64Url(bytes ?? new Uint8Array());
  if (cose.isCOSEPublicKeyEC2(key))
    return passkeyJwkSchema.parse({
      kty: "EC",
      crv: "P-256",
      x: text(key.get(cose.COSEKEYS.x)),
      y: text(key.get(cose.COSEKEYS.y)),
    });
  if (cose.isCOSEPublicKeyRSA(key))
    return passkeyJwkSchema.parse({ kty: "RSA", n: text(key.get(cose.COSEKEYS.n)), e: text(key.get(cose.COSEKEYS.e)) });
  throw refuse("unreadable");
}
