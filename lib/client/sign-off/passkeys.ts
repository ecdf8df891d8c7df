"use client";

import type { ApprovalInput, StatementInput } from "@/lib/domain/sign-off/schema";
import { enrolledSchema, enrolmentOptionsSchema, statementIssuedSchema } from "@/lib/domain/sign-off/schema";
import { ApiError, apiRequest, newOpId } from "../api";

/** Makes a passkey for this worksheet; the device asks its owner. */
export async function makePasskey(worksheetId: string): Promise<void> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  const options = await apiRequest({
    method: "POST",
    path: `/worksheets/${worksheetId}/passkeys/challenge`,
    schema: enrolmentOptionsSchema,
  });
  const made = await named(() =>
    startRegistration({
      optionsJSON: {
        challenge: options.challenge,
        rp: options.rp,
        user: options.user,
        pubKeyCredParams: [
          { type: "public-key", alg: -7 },
          { type: "public-key", alg: -257 },
        ],
        excludeCredentials: credentials(options.excluded),
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
        attestation: "none",
        timeout: 300_000,
      },
    }),
  );
  const { clientDataJSON, attestationObject, transports = [] } = made.response;
  const body = { opId: newOpId(), challenge: options.challenge, credentialId: made.id, clientDataJSON, attestationObject, transports };
  await apiRequest({ method: "POST", path: `/worksheets/${worksheetId}/passkeys`, body, schema: enrolledSchema });
}

/** Has the statement written down, and the passkey sign its hash. */
export async function signStatement(
  worksheetId: string,
  { n, ...input }: StatementInput & { n: number },
): Promise<NonNullable<ApprovalInput["passkey"]>> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const issued = await apiRequest({
    method: "POST",
    path: `/worksheets/${worksheetId}/revisions/${n}/statements`,
    body: input,
    schema: statementIssuedSchema,
  });
  const { challenge, rpId, passkeys } = issued;
  const signed = await named(() =>
    startAuthentication({
      optionsJSON: { challenge, rpId, allowCredentials: credentials(passkeys), userVerification: "required", timeout: 300_000 },
    }),
  );
  const { authenticatorData, clientDataJSON, signature } = signed.response;
  return { challenge, credentialId: signed.id, authenticatorData, clientDataJSON, signature };
}

/** The browser says no with errors of its own; screens know refusals by their reason. */
async function named<T>(ceremony: () => Promise<T>): Promise<T> {
  try {
    return await ceremony();
  } catch (error) {
    const isCancelled = error instanceof Error && (error.name === "NotAllowedError" || error.name === "AbortError");
    throw new ApiError("illegal_transition", { reason: isCancelled ? "passkey_cancelled" : "passkey_failed" });
  }
}

function credentials(passkeys: readonly { id: string; transports: string[] }[]) {
  return passkeys.map(({ id, transports }) => ({ id, type: "public-key" as const, transports: transports as AuthenticatorTransport[] }));
}
