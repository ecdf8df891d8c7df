import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "../db/start-error";
import { type Env, env } from "../env";

const FILE = "app-secret";
const [SALT, IV, TAG] = [16, 12, 16];

/**
 * Settles the secret that encrypts the seal key: APP_SECRET, else the file of the data folder, which is made when the
 * database is the embedded one. With a database of your own it must be given, because several processes must share it.
 */
export function prepareAppSecret(settings: Pick<Env, "APP_SECRET" | "DATA_DIR" | "DATABASE_URL">): void {
  const secret = settings.APP_SECRET ?? readFile(settings.DATA_DIR) ?? (settings.DATABASE_URL ? null : makeFile(settings.DATA_DIR));
  if (secret === null) {
    throw new StartError(
      "APP_SECRET is missing. It encrypts the key that seals decisions; set it to 32 or more random characters, the same for every process, and keep it: openssl rand -base64 32",
    );
  }
  process.env.APP_SECRET = secret;
  env().APP_SECRET = secret;
}

export class WrongSecretError extends Error {}

/** Encrypts under a key of its own, from APP_SECRET and a random salt. */
export function encrypt(plain: Uint8Array): Uint8Array<ArrayBuffer> {
  const [salt, iv] = [randomBytes(SALT), randomBytes(IV)];
  const cipher = createCipheriv("aes-256-gcm", keyFrom(salt), iv);
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([salt, iv, cipher.getAuthTag(), text]));
}

/** The reverse; throws WrongSecretError when APP_SECRET is not the one it was encrypted with, or a byte was changed. */
export function decrypt(box: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(box);
  const decipher = createDecipheriv("aes-256-gcm", keyFrom(bytes.subarray(0, SALT)), bytes.subarray(SALT, SALT + IV));
  decipher.setAuthTag(bytes.subarray(SALT + IV, SALT + IV + TAG));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(SALT + IV + TAG)), decipher.final()]));
  } catch (cause) {
    throw new WrongSecretError("APP_SECRET does not open what is stored.", { cause });
  }
}

function keyFrom(salt: Uint8Array): Uint8Array {
  const secret = env().APP_SECRET;
  if (secret === undefined) throw new WrongSecretError("APP_SECRET is not set.");
  return new Uint8Array(hkdfSync("sha256", secret, salt, "shortlist seal key", 32));
}

function readFile(folder: string): string | null {
  const file = join(folder, FILE);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

function makeFile(folder: string): string {
  const secret = randomBytes(32).toString("base64url");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, FILE), `${secret}\n`, { mode: 0o600, flag: "wx" });
  return secret;
}
