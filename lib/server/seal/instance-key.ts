import "server-only";
import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { AppError } from "@/lib/domain/errors";
import type { InstanceKey } from "@/prisma/generated/client";
import { db, type Tx } from "../db/client";
import { databaseNow } from "../db/database-now";
import { StartError } from "../db/start-error";
import { env } from "../env";
import { newId } from "../ids";
import { decrypt, encrypt, WrongSecretError } from "./app-secret";
import { fingerprintOf, readPem } from "./pem";

/** What seals: certificates in DER with the sealing one first, and its private key as PKCS #8. */
export type SealKey = {
  id: string;
  rootFingerprint: string;
  certificates: Uint8Array<ArrayBuffer>[];
  privateKey: Uint8Array<ArrayBuffer>;
  keyType: "EC" | "RSA";
};

const LOCK = 7_238_114;

/**
 * The key of this instance, made at the first call, once for all processes. An operator's key from SEAL_KEY_FILE and
 * SEAL_CERT_FILE takes over as soon as it is given; its private half is never stored.
 */
export async function sealKey(): Promise<SealKey> {
  const holder = globalThis as { __shortlistSealKey?: Promise<SealKey> | undefined };
  holder.__shortlistSealKey ??= loadKey().catch((error: unknown) => {
    delete holder.__shortlistSealKey;
    throw error;
  });
  return holder.__shortlistSealKey;
}

/** For the start: a key that cannot be used stops it with a sentence instead of failing at the first acceptance. */
export async function prepareSealKey(): Promise<void> {
  try {
    await sealKey();
  } catch (error) {
    if (!(error instanceof WrongSecretError)) throw error;
    throw new StartError(
      "The seal key in the database does not open with this APP_SECRET. Give the one it was made with, or restore the data folder's app-secret file.",
    );
  }
}

/** Retires the key that this instance made and makes another, under a root of its own. Files sealed before stay valid. */
export async function rotateSealKey(): Promise<SealKey> {
  const key = await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCK})::text`;
    // Whoever cannot open the old key has another secret than the processes that will use the new one.
    await ownKey(tx);
    await tx.instanceKey.updateMany({ where: { kind: "made", retiredAt: null }, data: { retiredAt: await databaseNow(tx) } });
    return ownKey(tx);
  });
  (globalThis as { __shortlistSealKey?: Promise<SealKey> | undefined }).__shortlistSealKey = undefined;
  return key;
}

/** Every certificate this instance ever sealed with, the one in use first, then the newest; old ones stay, so that old files stay ours. */
export async function listInstanceCertificates() {
  const { id } = await sealKey();
  const rows = await db().instanceKey.findMany({ orderBy: { createdAt: "desc" } });
  return [...rows.filter((row) => row.id === id), ...rows.filter((row) => row.id !== id)].map(
    ({ certificates, fingerprint, rootFingerprint, kind, createdAt, retiredAt }) => {
      const [seal, root] = [readPem(certificates, "CERTIFICATE")[0], readPem(certificates, "CERTIFICATE").at(-1)];
      if (seal === undefined || root === undefined) throw new AppError("internal", "An instance key has no certificate.");
      return { kind, fingerprint, rootFingerprint, root, rootPem: new X509Certificate(root).toString(), createdAt, retiredAt };
    },
  );
}

async function loadKey(): Promise<SealKey> {
  const given = readOperatorKey();
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LOCK})::text`;
    return given === null ? ownKey(tx) : rememberOperatorKey(tx, given);
  });
}

async function ownKey(tx: Tx): Promise<SealKey> {
  const row = await tx.instanceKey.findFirst({ where: { kind: "made", retiredAt: null }, orderBy: { createdAt: "desc" } });
  return toSealKey(row ?? (await makeKey(tx)));
}

async function makeKey(tx: Tx): Promise<InstanceKey> {
  const id = newId();
  const at = await databaseNow(tx);
  // Read only where a key is made, once in an instance's life.
  const { makeCertificates } = await import("./certificates");
  const made = await makeCertificates({ name: `Shortlist ${id.slice(-8)}`, now: at });
  return tx.instanceKey.create({
    data: {
      id,
      kind: "made",
      certificates: made.certificates,
      ...fingerprintsOf(readPem(made.certificates, "CERTIFICATE")),
      privateKey: encrypt(made.sealKey),
      rootPrivateKey: encrypt(made.rootKey),
    },
  });
}

function toSealKey(row: InstanceKey): SealKey {
  if (row.privateKey === null) throw new AppError("internal", "The instance key has no private half.");
  const { id, rootFingerprint } = row;
  return {
    id,
    rootFingerprint,
    certificates: readPem(row.certificates, "CERTIFICATE"),
    privateKey: decrypt(row.privateKey),
    keyType: "EC",
  };
}

type Given = Omit<SealKey, "id"> & { pem: string };

/** The operator's key and chain, checked to belong together; null when none is configured. */
function readOperatorKey(): Given | null {
  const { SEAL_KEY_FILE, SEAL_CERT_FILE } = env();
  if (SEAL_KEY_FILE === undefined && SEAL_CERT_FILE === undefined) return null;
  if (SEAL_KEY_FILE === undefined || SEAL_CERT_FILE === undefined) throw new StartError("SEAL_KEY_FILE and SEAL_CERT_FILE go together.");
  const [keyText, pem] = [readGiven("SEAL_KEY_FILE", SEAL_KEY_FILE), readGiven("SEAL_CERT_FILE", SEAL_CERT_FILE)];
  const certificates = readPem(pem, "CERTIFICATE");
  const [privateKey] = readPem(keyText, "PRIVATE KEY");
  const [first] = certificates;
  if (privateKey === undefined || first === undefined) {
    throw new StartError("SEAL_KEY_FILE must hold an unencrypted PKCS #8 private key and SEAL_CERT_FILE its certificates, both in PEM.");
  }
  const own = createPublicKey(createPrivateKey({ key: Buffer.from(privateKey), format: "der", type: "pkcs8" }));
  if (!new X509Certificate(first).publicKey.equals(own))
    throw new StartError("The first certificate of SEAL_CERT_FILE is not that of SEAL_KEY_FILE.");
  const type = own.asymmetricKeyType;
  const isP256 = type === "ec" && own.asymmetricKeyDetails?.namedCurve === "prime256v1";
  if (!isP256 && type !== "rsa") throw new StartError("SEAL_KEY_FILE must be an EC P-256 or an RSA key.");
  const { rootFingerprint } = fingerprintsOf(certificates);
  return { pem, certificates, privateKey, keyType: isP256 ? "EC" : "RSA", rootFingerprint };
}

function readGiven(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new StartError(`${name} names ${file}, which cannot be read.`);
  }
}

async function rememberOperatorKey(tx: Tx, { pem, ...given }: Given): Promise<SealKey> {
  const fingerprints = fingerprintsOf(given.certificates);
  const row = await tx.instanceKey.upsert({
    where: { fingerprint: fingerprints.fingerprint },
    create: { id: newId(), kind: "operator", certificates: pem, ...fingerprints },
    update: { retiredAt: null },
  });
  return { id: row.id, ...given };
}

function fingerprintsOf(certificates: readonly Uint8Array[]): { fingerprint: string; rootFingerprint: string } {
  const [first, root] = [certificates[0], certificates.at(-1)];
  if (first === undefined || root === undefined) throw new StartError("There is no certificate.");
  return { fingerprint: fingerprintOf(first), rootFingerprint: fingerprintOf(root) };
}
