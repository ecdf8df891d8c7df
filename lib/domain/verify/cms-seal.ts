import { Certificate, ContentInfo, type RelativeDistinguishedNames, SignedData, type SignerInfo, TSTInfo } from "pkijs";
import { sha256HexOfBytes } from "../record/sha256";
import { ENGINE, fingerprintOf, isChain } from "./certificate-chain";

const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_TIME = "1.2.840.113549.1.9.5";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
const TIMESTAMP_TOKEN = "1.2.840.113549.1.9.16.2.14";
const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const SHA_256 = "2.16.840.1.101.3.4.2.1";
const COMMON_NAME = "2.5.4.3";
/** A seal with its chain and a timestamp takes a tenth of this. */
const MOST_BYTES = 262_144;

type CmsFault = "cms_unreadable" | "digest_mismatch" | "signature_invalid" | "chain_broken" | "certificate_expired" | "timestamp_invalid";

/** What a seal says of itself once it holds. Times are ISO instants; `trustedTime` is the timestamp server's. */
export type CmsSeal = {
  rootFingerprint: string;
  fingerprint: string;
  sealer: string;
  root: string;
  claimedTime: string | null;
  trustedTime: { at: string; by: string } | null;
};
export type CmsResult = { ok: true; seal: CmsSeal } | { ok: false; fault: CmsFault; rootFingerprint: string | null };

/**
 * Checks a detached CMS signature over what a PDF's ByteRange covers: digest, signature, the certificate it binds itself
 * to, the chain up to a self-signed root, validity at the time of sealing, and a timestamp when there is one. Whether the
 * root is one of ours is the caller's question. Needs the platform's Web Crypto.
 * @example await verifyCms({ contents, signed }) // { ok: false, fault: "digest_mismatch", rootFingerprint: "9f2c…" }
 */
export async function verifyCms({ contents, signed }: { contents: Uint8Array; signed: readonly Uint8Array[] }): Promise<CmsResult> {
  let parsed: { signedData: SignedData; signer: SignerInfo; certificates: Certificate[] };
  try {
    if (contents.length > MOST_BYTES) throw new Error("too long");
    parsed = parseCms(withoutPadding(contents));
  } catch {
    return { ok: false, fault: "cms_unreadable", rootFingerprint: null };
  }
  const { signedData, signer, certificates } = parsed;
  const data = join(signed);
  const chain = chainOf(certificates, signer);
  const root = chain.at(-1);
  const rootFingerprint = root === undefined ? null : fingerprintOf(root);
  const refused = (fault: CmsFault): CmsResult => ({ ok: false, fault, rootFingerprint });

  const digest = octets(signer, MESSAGE_DIGEST);
  if (signer.digestAlgorithm.algorithmId !== SHA_256 || digest === null) return refused("cms_unreadable");
  if (hex(digest) !== sha256HexOfBytes(data)) return refused("digest_mismatch");
  if (!(await holds(signedData, data))) return refused("signature_invalid");
  const [leaf] = chain;
  if (leaf === undefined || root === undefined || !bindsTo(signer, leaf)) return refused("signature_invalid");
  if (!(await isChain(chain))) return refused("chain_broken");

  const token = await readTimestamp(signer);
  if (token === "invalid") return refused("timestamp_invalid");
  const claimedTime = claimedTimeOf(signer);
  const at = token?.at ?? claimedTime;
  if (at === null || !chain.every((certificate) => isValidAt(certificate, at))) return refused("certificate_expired");
  const seal = {
    fingerprint: fingerprintOf(leaf),
    rootFingerprint: fingerprintOf(root),
    sealer: nameOf(leaf.subject),
    root: nameOf(root.subject),
  };
  return { ok: true, seal: { ...seal, claimedTime, trustedTime: token } };
}

/** The PDF reserves more room than the signature takes; what follows it must be zeros and nothing else. */
function withoutPadding(contents: Uint8Array): Uint8Array<ArrayBuffer> {
  const first = contents[1] ?? 0;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  let length = lengthBytes === 0 ? first : 0;
  for (let index = 0; index < lengthBytes; index += 1) length = length * 256 + (contents[2 + index] ?? 0);
  const end = 2 + lengthBytes + length;
  if (lengthBytes > 4 || end > contents.length || contents.subarray(end).some((byte) => byte !== 0)) throw new Error("padding");
  return new Uint8Array(contents.subarray(0, end));
}

function parseCms(der: Uint8Array<ArrayBuffer>) {
  const signedData = new SignedData({ schema: ContentInfo.fromBER(der).content });
  const [signer, second] = signedData.signerInfos;
  if (signer === undefined || second !== undefined || signedData.encapContentInfo.eContent !== undefined)
    throw new Error("one detached signer");
  const certificates = (signedData.certificates ?? []).filter((item): item is Certificate => item instanceof Certificate);
  return { signedData, signer, certificates };
}

async function holds(signedData: SignedData, data: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    return await signedData.verify({ signer: 0, data: data.buffer, checkChain: false }, ENGINE);
  } catch {
    return false;
  }
}

/** From the certificate that the signer names up to the one that is its own issuer. */
function chainOf(certificates: readonly Certificate[], signer: SignerInfo): Certificate[] {
  const sid = signer.sid as { issuer?: RelativeDistinguishedNames; serialNumber?: { isEqual: (other: unknown) => boolean } };
  let next = certificates.find(
    (one) => sid.issuer !== undefined && one.issuer.isEqual(sid.issuer) && sid.serialNumber?.isEqual(one.serialNumber),
  );
  const chain: Certificate[] = [];
  while (next !== undefined && chain.length < 6) {
    const current: Certificate = next;
    chain.push(current);
    if (current.issuer.isEqual(current.subject)) return chain;
    next = certificates.find((one) => one.subject.isEqual(current.issuer) && !chain.includes(one));
  }
  return chain;
}

function isValidAt(certificate: Certificate, at: string): boolean {
  const instant = Date.parse(at);
  return certificate.notBefore.value.getTime() <= instant && instant <= certificate.notAfter.value.getTime();
}

/** PAdES binds the signature to its certificate, so that no other one with the same key can stand in. */
function bindsTo(signer: SignerInfo, leaf: Certificate): boolean {
  const value = attribute(signer.signedAttrs?.attributes, SIGNING_CERTIFICATE_V2);
  const ids = first(first(value));
  const hash = (ids?.valueBlock?.value ?? []).find((part) => part.idBlock?.tagNumber === 4)?.valueBlock?.valueHexView;
  return hash !== undefined && hex(hash) === fingerprintOf(leaf);
}

async function readTimestamp(signer: SignerInfo): Promise<CmsSeal["trustedTime"] | "invalid"> {
  const value = attribute(signer.unsignedAttrs?.attributes, TIMESTAMP_TOKEN);
  if (value?.toBER === undefined) return null;
  try {
    const token = new SignedData({ schema: ContentInfo.fromBER(value.toBER()).content });
    const content = token.encapContentInfo.eContent?.getValue();
    if (token.encapContentInfo.eContentType !== TST_INFO || content === undefined) return "invalid";
    const info = TSTInfo.fromBER(content);
    const stamped = new Uint8Array(signer.signature.getValue());
    const imprint = new Uint8Array(info.messageImprint.hashedMessage.getValue());
    if (hex(imprint) !== sha256HexOfBytes(stamped) || !(await token.verify({ signer: 0, data: stamped.buffer, checkChain: false }, ENGINE)))
      return "invalid";
    const [server] = (token.certificates ?? []).filter((item): item is Certificate => item instanceof Certificate);
    return { at: info.genTime.toISOString(), by: server === undefined ? "" : nameOf(server.subject) };
  } catch {
    return "invalid";
  }
}

function claimedTimeOf(signer: SignerInfo): string | null {
  const value = attribute(signer.signedAttrs?.attributes, SIGNING_TIME) as { toDate?: () => Date } | undefined;
  return value?.toDate?.().toISOString() ?? null;
}

type Node = { idBlock?: { tagNumber: number }; valueBlock?: { value?: Node[]; valueHexView?: Uint8Array }; toBER?: () => ArrayBuffer };

function attribute(attributes: readonly { type: string; values: unknown[] }[] | undefined, type: string): Node | undefined {
  return attributes?.find((one) => one.type === type)?.values[0] as Node | undefined;
}

function first(node: Node | undefined): Node | undefined {
  return node?.valueBlock?.value?.[0];
}

function octets(signer: SignerInfo, type: string): Uint8Array | null {
  return attribute(signer.signedAttrs?.attributes, type)?.valueBlock?.valueHexView ?? null;
}

function nameOf(name: RelativeDistinguishedNames): string {
  const common = name.typesAndValues.find(({ type }) => type === COMMON_NAME) ?? name.typesAndValues[0];
  return String((common?.value as { valueBlock?: { value?: unknown } } | undefined)?.valueBlock?.value ?? "");
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
