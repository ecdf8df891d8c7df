import { auditHash, NO_ROW } from "@/lib/domain/audit/chain";
import { aCostRequest } from "@/lib/domain/costs/builders";
import { computeCosts } from "@/lib/domain/costs/compute-costs";
import { evaluate } from "@/lib/domain/engine/evaluate";
import { VERSIONS } from "@/lib/domain/engine/rules";
import { evaluateRequestSchema } from "@/lib/domain/engine/schema";
import { PRICE_BOOK_VERSION } from "@/lib/domain/prices/price-book";
import { buildRecord, type RecordInput } from "@/lib/domain/record/build-record";
import { anApproval, aRecordInput } from "@/lib/domain/record/builders";
import { canonicalise } from "@/lib/domain/record/canonicalise";
import type { RecordApproval } from "@/lib/domain/record/export-json";
import { recordCosts } from "@/lib/domain/record/record-costs";
import { recordEvaluation } from "@/lib/domain/record/record-evaluation";
import type { DecisionRecord } from "@/lib/domain/record/schema";
import { sha256Hex } from "@/lib/domain/record/sha256";
import { makeCertificates } from "../seal/certificates";
import type { SealKey } from "../seal/instance-key";
import { type BodyInput, makeSealedPdf } from "../seal/make-sealed-pdf";
import { fingerprintOf, readPem } from "../seal/pem";
import { signStatement } from "../seal/sign-statement";

export const SEALED_AT = "2026-11-20T14:06:00.000Z";
type TestKey = Omit<SealKey, "id">;

export async function aSealKey(name = "Shortlist test"): Promise<TestKey> {
  const made = await makeCertificates({ name, now: new Date(SEALED_AT) });
  const certificates = readPem(made.certificates, "CERTIFICATE");
  const root = certificates.at(-1) ?? new Uint8Array();
  return { certificates, rootFingerprint: fingerprintOf(root), privateKey: new Uint8Array(made.sealKey), keyType: "EC" };
}

/** A record whose elimination and costs come out again. */
export function aReplayableRecord(over: Partial<RecordInput> = {}) {
  const request = evaluateRequestSchema.parse({ answers: { workload: { primary: "relational", joins_needed: "yes" } } });
  const evaluation = recordEvaluation({ request, evaluation: evaluate(request, { flips: false }), survival: null });
  const costRequest = aCostRequest({ designs: { A: "spanner", B: "dynamodb-on-demand" } });
  const names = ["A", "B"].map((id) => ({ id, letter: id, name: `Design ${id}`, candidate: null }));
  const costs = recordCosts({ request: costRequest, reply: computeCosts(costRequest), names });
  return buildRecord(aRecordInput({ evaluation, costs, versions: { app: "0.1.0", ...VERSIONS, prices: PRICE_BOOK_VERSION }, ...over }));
}

/** A chain of `n` rows. */
export function someRows(chain: string, n = 6) {
  let prev = NO_ROW;
  return Array.from({ length: n }, (_, index) => {
    const row = {
      seq: index + 1,
      at: `2026-11-20T14:0${index % 6}:00.123456Z`,
      payload: JSON.stringify({ type: "answers_saved", n: index }),
    };
    const hash = auditHash(chain, { ...row, prev });
    const made = { ...row, prev, hash };
    prev = hash;
    return made;
  });
}

export type BodyChanges = {
  key?: TestKey;
  record?: (record: DecisionRecord) => DecisionRecord;
  /** Whether the approvals name the hash of the changed record, as somebody with the key could write. */
  rehash?: boolean;
  approvals?: Partial<RecordApproval>[];
  body?: (body: BodyInput) => BodyInput;
};

export async function aBody({
  key,
  record: change = (one) => one,
  rehash = true,
  approvals = [{}],
  body = (one) => one,
}: BodyChanges & { key: TestKey }) {
  const { record: original, people } = aReplayableRecord();
  const record = change(original);
  const canonical = canonicalise(record);
  const sha256 = sha256Hex(rehash ? canonical : canonicalise(original));
  const chain = record.worksheet.id;
  const rows = someRows(chain);
  const head = rows.at(-1)?.hash ?? NO_ROW;
  const checkpoint = await signStatement(key, { chain, seq: rows.length, head, at: SEALED_AT, subject: null });
  const printed = {
    people,
    status: "accepted",
    number: 3,
    decidedAt: "2026-11-20T14:05:00.000Z",
    sha256,
    approvals: approvals.map(anApproval),
  } as const;
  const made: BodyInput = {
    document: { ...printed, record, revision: 3 },
    canonical,
    approvals: { format: "shortlist-approvals/1", revision: 3, ...printed },
    audit: { format: "shortlist-audit/1", checkpoint, rows: rows.map(({ prev: _prev, ...row }) => row) },
    paper: "A4",
    createdAt: printed.decidedAt,
    origin: "https://shortlist.example.org",
    rootFingerprint: key.rootFingerprint,
    verifierSha256: null,
  };
  return body(made);
}

/** A sealed decision, as it is or as somebody who holds the key would forge it. */
export async function aSealedFile({ key, ...changes }: BodyChanges & { key: TestKey }): Promise<Uint8Array> {
  const { certificates, privateKey, keyType } = key;
  const seal = { key: { certificates, privateKey, keyType }, sealedAt: SEALED_AT, tsaUrl: null };
  return (await makeSealedPdf({ body: await aBody({ key, ...changes }), seal })).pdf;
}
