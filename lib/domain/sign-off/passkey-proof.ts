import { z } from "zod";

const base64Url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/, "Send base64url without padding.");

/** The public half of a passkey as a JWK: ES256 (EC P-256) or RS256. */
export const passkeyJwkSchema = z.union([
  z.strictObject({ kty: z.literal("EC"), crv: z.literal("P-256"), x: base64Url(64), y: base64Url(64) }),
  z.strictObject({ kty: z.literal("RSA"), n: base64Url(1_400), e: base64Url(16) }),
]);
export type PasskeyJwk = z.infer<typeof passkeyJwkSchema>;

/** What a passkey left behind when it signed a statement: all that is needed to check it without us, about 900 bytes. */
export const passkeyProofSchema = z.strictObject({
  format: z.literal("webauthn/1"),
  origin: z.string(),
  rpId: z.string(),
  credentialId: base64Url(1_400),
  publicKey: passkeyJwkSchema,
  authenticatorData: base64Url(4_000),
  clientDataJSON: base64Url(8_000),
  signature: base64Url(1_400),
});
export type PasskeyProof = z.infer<typeof passkeyProofSchema>;
