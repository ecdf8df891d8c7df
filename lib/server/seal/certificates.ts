import "server-only";
import "reflect-metadata";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
/** E-mail protection beside document signing: some readers know only the first, and call the second alone an error. */
const SEAL_USAGES = ["1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36"];
const [ROOT_YEARS, SEAL_YEARS] = [20, 10];

export type MadeCertificates = { certificates: string; sealKey: Uint8Array; rootKey: Uint8Array };

/** A root of this instance's own and the certificate that seals, EC P-256. PEM with the sealing one first; keys as PKCS #8. */
export async function makeCertificates({ name, now }: { name: string; now: Date }): Promise<MadeCertificates> {
  const [rootKeys, sealKeys] = await Promise.all([generate(), generate()]);
  // A clock that is corrected by minutes after the first start must not make every seal look early.
  const notBefore = new Date(now.getTime() - 86_400_000);
  const root = await X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [`${name} root`] }, { O: ["Shortlist instance"] }],
    notBefore,
    notAfter: yearsAfter(now, ROOT_YEARS),
    signingAlgorithm: ALGORITHM,
    keys: rootKeys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });
  const seal = await X509CertificateGenerator.create({
    subject: [{ CN: [`${name} seal`] }, { O: ["Shortlist instance"] }],
    issuer: root.subjectName,
    notBefore,
    notAfter: yearsAfter(now, SEAL_YEARS),
    signingAlgorithm: ALGORITHM,
    publicKey: sealKeys.publicKey,
    signingKey: rootKeys.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      new ExtendedKeyUsageExtension(SEAL_USAGES),
      await SubjectKeyIdentifierExtension.create(sealKeys.publicKey),
      await AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });
  const [sealKey, rootKey] = await Promise.all([privateBytes(sealKeys), privateBytes(rootKeys)]);
  return { certificates: PemConverter.encode([seal.rawData, root.rawData], "CERTIFICATE"), sealKey, rootKey };
}

async function generate(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
}

async function privateBytes(keys: CryptoKeyPair): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.exportKey("pkcs8", keys.privateKey));
}

function yearsAfter(date: Date, years: number): Date {
  const after = new Date(date);
  after.setUTCFullYear(after.getUTCFullYear() + years);
  return after;
}
