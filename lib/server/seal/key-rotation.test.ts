import "reflect-metadata";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BasicConstraintsExtension, ExtendedKeyUsageExtension, PemConverter, X509CertificateGenerator } from "@peculiar/x509";
import { afterAll, describe, expect, it, vi } from "vitest";
import { GET as publishedRoots } from "@/app/.well-known/shortlist-root.pem/route";
import { verifyFile } from "@/lib/domain/verify/verify-file";
import { poppler } from "../adr/pdf-probe";
import { verifyChains } from "../audit/verify-chains";
import { env } from "../env";
import { anAcceptedDecision, runJobs } from "../testing/accepted";
import { ApiClient } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { rotateSealKey, sealKey } from "./instance-key";
import { sealJob } from "./seal-job";

const database = freshDatabase();
const client = new ApiClient();
const folder = mkdtempSync(join(tmpdir(), "shortlist-key-"));
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });
afterAll(async () => {
  rmSync(folder, { recursive: true });
});

const RSA = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
const P384 = { name: "ECDSA", namedCurve: "P-384", hash: "SHA-384" };
const keysOf = (algorithm: typeof RSA | typeof P384) => crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
const days = (n: number) => new Date(Date.now() + n * 86_400_000);

/** A key of an operator's own: sealing certificate, authority in between, root. */
async function operatorFiles(algorithm: typeof RSA | typeof P384) {
  const [root, between, leaf] = await Promise.all([keysOf(algorithm), keysOf(algorithm), keysOf(algorithm)]);
  const validity = { notBefore: days(-1), notAfter: days(365), signingAlgorithm: algorithm };
  const authority = [new BasicConstraintsExtension(true, 2, true)];
  const usages = [new ExtendedKeyUsageExtension(["1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36"])];
  const [top, middle, end] = ["CN=Okafor Größe root", "CN=Okafor issuing", "CN=Okafor seal"];
  const certificates = [
    await X509CertificateGenerator.create({
      ...validity,
      subject: end,
      issuer: middle,
      publicKey: leaf.publicKey,
      signingKey: between.privateKey,
      extensions: usages,
    }),
    await X509CertificateGenerator.create({
      ...validity,
      subject: middle,
      issuer: top,
      publicKey: between.publicKey,
      signingKey: root.privateKey,
      extensions: authority,
    }),
    await X509CertificateGenerator.createSelfSigned({ ...validity, name: top, keys: root, extensions: authority }),
  ];
  const pkcs8 = await crypto.subtle.exportKey("pkcs8", leaf.privateKey);
  return {
    key: PemConverter.encode(pkcs8, "PRIVATE KEY"),
    chain: PemConverter.encode(
      certificates.map(({ rawData }) => rawData),
      "CERTIFICATE",
    ),
  };
}

const rsa = operatorFiles(RSA);

/** As a start with these settings would do. */
function useKey(files: { key: string; chain: string } | null) {
  const [keyFile, certFile] = [join(folder, "key.pem"), join(folder, "chain.pem")];
  if (files !== null) {
    writeFileSync(keyFile, files.key);
    writeFileSync(certFile, files.chain);
  }
  Object.assign(
    env(),
    files === null ? { SEAL_KEY_FILE: undefined, SEAL_CERT_FILE: undefined } : { SEAL_KEY_FILE: keyFile, SEAL_CERT_FILE: certFile },
  );
  delete (globalThis as { __shortlistSealKey?: unknown }).__shortlistSealKey;
}

async function aSealedDecision(): Promise<Uint8Array> {
  const team = await anAcceptedDecision(client);
  const runner = runJobs([sealJob]);
  const found = await vi.waitFor(
    async () => {
      const file = await client.bytes(`/worksheets/${team.id}/adr.pdf`, team.bo);
      expect(file.status).toBe(200);
      return file.bytes;
    },
    { timeout: 100_000, interval: 200 },
  );
  await runner.stop(0);
  return new Uint8Array(found);
}

const verdictOf = async (file: Uint8Array) => (await client.send("/verify", file, "application/pdf")).body.verdict;

describe("an instance whose key changes", () => {
  it("seals with the operator's chain, then with a new key of its own, and every earlier file stays valid", async () => {
    const first = await aSealedDecision();
    const made = (await sealKey()).rootFingerprint;
    useKey(await rsa);
    const second = await aSealedDecision();
    const given = await sealKey();
    expect([given.keyType, given.certificates.length, given.rootFingerprint === made]).toEqual(["RSA", 3, false]);
    const stored = await database.admin().query("SELECT private_key, root_private_key FROM instance_key WHERE kind = 'operator'");
    expect(stored.rows).toEqual([{ private_key: null, root_private_key: null }]);
    const said = poppler("pdfsig", second);
    if (said !== null) expect(said).toContain("Signature is Valid");
    // Whoever has the root alone needs no server.
    expect((await verifyFile(second, { roots: [given.rootFingerprint] })).checks.filter(({ ok }) => ok === false)).toEqual([]);

    useKey(null);
    const rotated = await rotateSealKey();
    const third = await aSealedDecision();
    expect((await sealKey()).rootFingerprint).toBe(rotated.rootFingerprint);
    expect(new Set([made, given.rootFingerprint, rotated.rootFingerprint]).size).toBe(3);
    for (const file of [first, second, third]) expect(await verdictOf(file)).toBe("valid");
    const pem = await (await publishedRoots()).text();
    expect(pem.match(/BEGIN CERTIFICATE/gu)).toHaveLength(3);
    expect(await verifyChains([])).toMatchObject({ refused: 0, findings: [] });
  });

  it.each([
    ["a key that is not its certificate's", async () => ({ ...(await rsa), key: (await operatorFiles(P384)).key }), "is not that of"],
    ["a curve that nobody can check here", () => operatorFiles(P384), "EC P-256 or an RSA"],
    ["no key in the file", async () => ({ ...(await rsa), key: "hello" }), "unencrypted PKCS #8"],
  ])("does not start with %s", async (_, make, said) => {
    useKey(await make());
    await expect(sealKey()).rejects.toThrow(said);
    useKey(null);
  });
});
