import { describe, expect, it } from "vitest";
import { toBase64Url } from "./base64url";
import { anAuthenticator, aStatement } from "./builders";
import type { PasskeyProof } from "./passkey-proof";
import type { ApprovalStatement } from "./statement";
import { verifyApproval } from "./verify-approval";

const dee = await anAuthenticator();
const mallory = await anAuthenticator();
const statement = aStatement();
const proof = await dee.prove(statement);

const flip = (text: string, at = 20) => `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;

describe("an approval signed with a passkey", () => {
  it("is verified from its bundle alone, which is below a kilobyte", async () => {
    expect(await verifyApproval(proof, statement)).toEqual({ ok: true });
    expect(JSON.stringify(proof).length).toBeLessThan(1_000);
  });

  it("survives a hundred signatures, whatever leading zeros their integers have", async () => {
    for (let i = 0; i < 100; i++) {
      const said = aStatement({ comment: `${i}` });
      expect(await verifyApproval(await dee.prove(said), said)).toEqual({ ok: true });
    }
  });

  it("is verified for an RSA key as well", async () => {
    const keys = await crypto.subtle.generateKey(
      { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-256" },
      true,
      ["sign", "verify"],
    );
    const { n = "", e = "" } = await crypto.subtle.exportKey("jwk", keys.publicKey);
    const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "base64url"));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes(proof.clientDataJSON)));
    const signed = new Uint8Array([...bytes(proof.authenticatorData), ...digest]);
    const signature = toBase64Url(new Uint8Array(await crypto.subtle.sign("RSASSA-PKCS1-v1_5", keys.privateKey, signed)));
    const rsa: PasskeyProof = { ...proof, publicKey: { kty: "RSA", n, e }, signature };
    expect(await verifyApproval(rsa, statement)).toEqual({ ok: true });
    expect(await verifyApproval({ ...rsa, signature: flip(signature) }, statement)).toEqual({ ok: false, reason: "bad_signature" });
  });

  it.each<[string, Partial<ApprovalStatement>]>([
    ["another verdict", { verdict: "decline" }],
    ["another revision's hash", { adrSha256: "00".repeat(32) }],
    ["another revision", { revision: 4 }],
    ["another name", { approver: "Eve" }],
    ["another comment", { comment: "Not really." }],
    ["another worksheet", { worksheetId: "0192f000-0000-7000-8000-000000000002" }],
    ["another day", { issuedAt: "2026-11-30T14:02:31.000Z" }],
    ["another enrolment", { enrolment: { how: "handed_link", at: "2026-11-20T13:58:00.000Z", mailedTo: null } }],
  ])("does not carry %s", async (_what, change) => {
    expect(await verifyApproval(proof, { ...statement, ...change })).toEqual({ ok: false, reason: "wrong_statement" });
  });

  it.each<[string, () => Promise<unknown> | unknown, string]>([
    ["made for another origin", () => dee.prove(statement, { origin: "https://evil.example" }), "wrong_origin"],
    ["made for another relying party", () => dee.prove(statement, { rpId: "example.org" }), "wrong_rp"],
    [
      "made with a relying party that the bundle hides",
      async () => ({ ...(await dee.prove(statement, { rpId: "evil.example" })), rpId: "shortlist.example.org" }),
      "wrong_rp",
    ],
    ["made without anybody there", () => dee.prove(statement, { flags: 0x04 }), "user_not_present"],
    ["made without a check of who is there", () => dee.prove(statement, { flags: 0x01 }), "user_not_verified"],
    ["that is an enrolment", () => dee.prove(statement, { type: "webauthn.create" }), "not_an_assertion"],
    ["over a challenge that is not the statement's hash", () => dee.prove(statement, { challenge: "x".repeat(43) }), "wrong_statement"],
    ["by another key", async () => ({ ...(await mallory.prove(statement)), publicKey: dee.publicKey }), "bad_signature"],
    ["with its public key exchanged", () => ({ ...proof, publicKey: mallory.publicKey }), "bad_signature"],
    ["with one character of the signature changed", () => ({ ...proof, signature: flip(proof.signature) }), "bad_signature"],
    ["with a counter changed", () => ({ ...proof, authenticatorData: flip(proof.authenticatorData, 46) }), "bad_signature"],
    [
      "with a key that is no point of the curve",
      () => ({ ...proof, publicKey: { ...dee.publicKey, x: flip(dee.publicKey.x) } }),
      "bad_signature",
    ],
    ["with a signature that is no pair of integers", () => ({ ...proof, signature: "MAA" }), "bad_signature"],
    ["with client data that is not JSON", () => ({ ...proof, clientDataJSON: "eyJ0" }), "unreadable"],
    ["with authenticator data that is too short", () => ({ ...proof, authenticatorData: "AAAA" }), "unreadable"],
    ["with an unknown member", () => ({ ...proof, more: 1 }), "unreadable"],
    ["that is missing", () => null, "unreadable"],
  ])("%s is refused by name", async (_what, make, reason) => {
    expect(await verifyApproval(await make(), statement)).toEqual({ ok: false, reason });
  });
});
