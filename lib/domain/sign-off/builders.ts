import { sha256HexOfBytes } from "../record/sha256";
import { fromHex, toBase64Url } from "./base64url";
import type { PasskeyProof } from "./passkey-proof";
import { type ApprovalStatement, statementChallenge } from "./statement";

/** Dee's approval of revision 3, to be signed with a passkey that she enrolled through a mailed link. */
export function aStatement(over: Partial<ApprovalStatement> = {}): ApprovalStatement {
  return {
    type: "adr-approval/1",
    instance: "https://shortlist.example.org",
    worksheetId: "0192f000-0000-7000-8000-000000000001",
    revision: 3,
    adrSha256: "9f".repeat(32),
    approver: "Dee Okafor",
    delegatedBy: null,
    role: "approver",
    verdict: "approve",
    comment: "",
    typedName: "Dee Okafor",
    how: "passkey",
    mailedTo: null,
    enrolment: { how: "mailed_link", at: "2026-11-20T13:58:00.000Z", mailedTo: "d…@example.org" },
    nonce: "hQ7cWm9QWJ2k5Z0mPqkP0o5y2c0xY0c7qk1Zr1m0b3A",
    issuedAt: "2026-11-20T14:02:31.000Z",
    ...over,
  };
}

type Ceremony = { origin?: string; rpId?: string; flags?: number; type?: string; challenge?: string };

/** A passkey in software: signs as an authenticator does, and as a hostile one would when told to. */
export async function anAuthenticator() {
  const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", keys.publicKey);
  const credentialId = crypto.getRandomValues(new Uint8Array(16));

  async function assertion(
    challenge: string,
    { origin = "https://shortlist.example.org", rpId, flags = 0x05, type = "webauthn.get" }: Ceremony = {},
  ) {
    const clientData = encode(JSON.stringify({ type, challenge, origin, crossOrigin: false, other_keys_can_be_added_here: "x" }));
    const data = authenticatorData({ rpId: rpId ?? new URL(origin).hostname, flags });
    const signed = new Uint8Array([...data, ...fromHex(sha256HexOfBytes(clientData))]);
    const raw = new Uint8Array(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, keys.privateKey, signed));
    return { clientDataJSON: toBase64Url(clientData), authenticatorData: toBase64Url(data), signature: toBase64Url(derOf(raw)) };
  }

  return {
    credentialId: toBase64Url(credentialId),
    publicKey: { kty: "EC" as const, crv: "P-256" as const, x, y },
    assertion,
    async prove(statement: ApprovalStatement, ceremony: Ceremony = {}): Promise<PasskeyProof> {
      const origin = ceremony.origin ?? statement.instance;
      const signed = await assertion(ceremony.challenge ?? statementChallenge(statement), { ...ceremony, origin });
      const key = { credentialId: toBase64Url(credentialId), publicKey: { kty: "EC" as const, crv: "P-256" as const, x, y } };
      return { format: "webauthn/1", origin, rpId: ceremony.rpId ?? new URL(origin).hostname, ...key, ...signed };
    },
    /** What `navigator.credentials.create()` would give, with attestation "none". */
    enrol(challenge: string, { origin = "https://shortlist.example.org", rpId, flags = 0x45 }: Ceremony = {}) {
      const cose = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, ...bytesOf(x), 0x22, 0x58, 0x20, ...bytesOf(y)];
      const attested = [...new Uint8Array(16), 0, credentialId.length, ...credentialId, ...cose];
      const data = new Uint8Array([...authenticatorData({ rpId: rpId ?? new URL(origin).hostname, flags }), ...attested]);
      // {"fmt": "none", "attStmt": {}, "authData": h'…'}
      const attestation = [
        0xa3,
        0x63,
        ...encode("fmt"),
        0x64,
        ...encode("none"),
        0x67,
        ...encode("attStmt"),
        0xa0,
        0x68,
        ...encode("authData"),
      ];
      return {
        id: toBase64Url(credentialId),
        rawId: toBase64Url(credentialId),
        type: "public-key" as const,
        clientExtensionResults: {},
        response: {
          clientDataJSON: toBase64Url(encode(JSON.stringify({ type: "webauthn.create", challenge, origin, crossOrigin: false }))),
          attestationObject: toBase64Url(new Uint8Array([...attestation, 0x58, data.length, ...data])),
          transports: ["internal" as const],
        },
      };
    },
  };
}

const encode = (text: string) => new TextEncoder().encode(text);
const bytesOf = (base64Url: string) =>
  Uint8Array.from(atob(base64Url.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));

function authenticatorData({ rpId, flags }: { rpId: string; flags: number }): Uint8Array {
  return new Uint8Array([...fromHex(sha256HexOfBytes(encode(rpId))), flags, 0, 0, 0, 0]);
}

function derOf(raw: Uint8Array): Uint8Array {
  const integer = (bytes: Uint8Array) => {
    const start = bytes.findIndex((byte) => byte !== 0);
    const short = bytes.subarray(start);
    const value = (short[0] ?? 0) > 127 ? [0, ...short] : [...short];
    return [0x02, value.length, ...value];
  };
  const body = [...integer(raw.subarray(0, 32)), ...integer(raw.subarray(32))];
  return new Uint8Array([0x30, body.length, ...body]);
}
