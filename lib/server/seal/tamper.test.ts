import { PDF } from "@libpdf/core";
import { beforeAll, describe, expect, it } from "vitest";
import type { DecisionRecord } from "@/lib/domain/record/schema";
import { verdictOf } from "@/lib/domain/verify/report";
import { verifyFile } from "@/lib/domain/verify/verify-file";
import { poppler } from "../adr/pdf-probe";
import { aSealedFile, aSealKey, type BodyChanges, someRows } from "../testing/sealed-file";
import type { BodyInput } from "./make-sealed-pdf";

let key: Awaited<ReturnType<typeof aSealKey>>;
let file: Uint8Array;

beforeAll(async () => {
  key = await aSealKey();
  file = await aSealedFile({ key });
});

async function judge(bytes: Uint8Array, roots: string[] | null = [key.rootFingerprint]) {
  const { checks } = await verifyFile(bytes, { roots });
  return verdictOf(checks);
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const fromText = (value: string) => new Uint8Array(Buffer.from(value, "latin1"));
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

function flipped(bytes: Uint8Array, at: number) {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** A byte inside the packed stream of the object that `marker` stands in. */
function inStreamAfter(bytes: Uint8Array, marker: string) {
  const from = text(bytes).indexOf(marker);
  return text(bytes).indexOf("stream\n", from) + 40;
}

const ATTACKS: [string, (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>, { verdict: string; reason: string }][] = [
  ["one byte of a page", (bytes) => flipped(bytes, inStreamAfter(bytes, "/Type /Page")), { verdict: "changed", reason: "digest_mismatch" }],
  [
    "one byte of an attachment",
    (bytes) => flipped(bytes, inStreamAfter(bytes, "/EmbeddedFile")),
    { verdict: "changed", reason: "digest_mismatch" },
  ],
  ["bytes after the end", (bytes) => join(bytes, fromText("\n% more")), { verdict: "changed", reason: "bytes_after_seal" }],
  ["100 kB after the end", (bytes) => join(bytes, new Uint8Array(100_000).fill(32)), { verdict: "changed", reason: "bytes_after_seal" }],
  ["a record laid over it by an incremental save", layOver, { verdict: "changed", reason: "bytes_after_seal" }],
  ["a second signature of the same key", signAgain, { verdict: "changed", reason: "many_signatures" }],
  ["a save by another program", saveAnew, { verdict: "not-ours", reason: "rewritten" }],
  ["a gap wider than the seal", widenGap, { verdict: "changed", reason: "gap_not_hex" }],
  [
    "a seal that starts late",
    (bytes) => fromText(text(bytes).replace("/ByteRange [0 ", "/ByteRange [1 ")),
    { verdict: "changed", reason: "starts_late" },
  ],
  ["its second half cut off", (bytes) => bytes.subarray(0, bytes.length / 2), { verdict: "not-ours", reason: "truncated" }],
  ["its last 10 kB cut off", (bytes) => bytes.subarray(0, bytes.length - 10_000), { verdict: "changed", reason: "truncated" }],
  ["another signature value", spoilSignature, { verdict: "changed", reason: "signature_invalid" }],
];

async function layOver(bytes: Uint8Array) {
  const pdf = await PDF.load(bytes);
  pdf.addAttachment("record.json", fromText('{"format":"shortlist-record/1"}'), { overwrite: true });
  return pdf.save({ incremental: true });
}

async function signAgain(bytes: Uint8Array) {
  const { CryptoKeySigner } = await import("@libpdf/core");
  const [leaf, root] = key.certificates;
  const secret = await crypto.subtle.importKey("pkcs8", key.privateKey, { name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
  const signer = new CryptoKeySigner(secret, leaf ?? new Uint8Array(), "EC", "ECDSA", root ? [root] : []);
  return (await (await PDF.load(bytes)).sign({ signer, fieldName: "Second" })).bytes;
}

async function saveAnew(bytes: Uint8Array) {
  const pdf = await PDF.load(bytes);
  pdf.setTitle("Saved again");
  return pdf.save({ incremental: false, useXRefStream: true });
}

function widenGap(bytes: Uint8Array) {
  const [whole = "", a = "", b = "", c = ""] = /\/ByteRange \[0 +(\d+) +(\d+) +(\d+) *\]/u.exec(text(bytes)) ?? [];
  const wider = `/ByteRange [0 ${a} ${Number(b) + 10} ${Number(c) - 10}`;
  return fromText(text(bytes).replace(whole, `${wider.padEnd(whole.length - 1)}]`));
}

/** The last byte of the signature value: the end of the signature's hex before the zeros. */
function spoilSignature(bytes: Uint8Array) {
  const padding = /0{2000,}>/u.exec(text(bytes))?.index ?? 0;
  const copy = text(bytes);
  const at = padding - 6;
  return fromText(copy.slice(0, at) + (copy[at] === "1" ? "2" : "1") + copy.slice(at + 1));
}

describe("a sealed file", () => {
  it("holds untouched, here and in pdfsig", async () => {
    expect(await judge(file)).toEqual({ verdict: "valid", reasons: [] });
    const said = poppler("pdfsig", file);
    if (said === null) return;
    expect(said).toContain("Signature is Valid");
    expect(said).toContain("Total document signed");
    expect(said).toContain("ETSI.CAdES.detached");
  });

  it.each(ATTACKS)("is refused by name after %s", async (_, attack, { verdict, reason }) => {
    const found = await judge(await attack(file));
    expect([found.verdict, found.reasons]).toEqual([verdict, expect.arrayContaining([reason])]);
  });

  it("is none of ours under another root, however well it is sealed", async () => {
    const forged = await aSealedFile({ key: await aSealKey("Shortlist forged") });
    expect(await judge(forged)).toEqual({ verdict: "not-ours", reasons: ["foreign_root"] });
    expect((await judge(forged, null)).verdict).toBe("valid");
  });

  it("cannot be made with our root beside a certificate that it never issued", async () => {
    const [leaf] = (await aSealKey("Shortlist test")).certificates;
    const root = key.certificates[1];
    if (leaf === undefined || root === undefined) throw new Error("two certificates each");
    await expect(aSealedFile({ key: { ...key, certificates: [leaf, root] } })).rejects.toThrow("does not hold");
  });
});

describe("what somebody with the key could seal", () => {
  const INSIDER: [string, BodyChanges, string][] = [
    [
      "another record under approved hashes",
      { record: (one) => ({ ...one, decision: { ...one.decision, chosen: "redis" } }), rehash: false },
      "wrong_hash",
    ],
    ["a made-up elimination", { record: withoutRules }, "replay_differs"],
    ["made-up costs", { record: cheaper }, "replay_differs"],
    ["a record of a newer Shortlist", { record: (one) => ({ ...one, format: "shortlist-record/7" }) as never }, "future_format"],
    ["another name", { body: renamed }, "wrong_name"],
    ["the approval of another revision", { approvals: [{ revision: 2 }] }, "other_revision"],
    ["a passkey's approval without its proof", { approvals: [{ assurance: "A", how: "passkey" }] }, "missing_proof"],
    ["a higher level than how it was given", { approvals: [{ assurance: "B" }] }, "level"],
    [
      "an edited audit row",
      { body: (body) => withRows(body, (rows) => rows.map((row) => (row.seq === 3 ? { ...row, payload: "{}" } : row))) },
      "edited",
    ],
    ["a cut audit history", { body: (body) => withRows(body, (rows) => rows.slice(0, 4)) }, "cut"],
    ["a gap in the audit history", { body: (body) => withRows(body, (rows) => rows.filter(({ seq }) => seq !== 3)) }, "missing"],
    ["a history told anew", { body: (body) => withRows(body, () => someRows("other").map(({ prev: _prev, ...row }) => row)) }, "edited"],
  ];

  it.each(INSIDER)("%s is named", async (_, changes, reason) => {
    const found = await judge(await aSealedFile({ key, ...changes }));
    expect(found.verdict).not.toBe("valid");
    expect(found.reasons).toContain(reason);
  });

  it("counts a stale approval and does not take it for one", async () => {
    const { checks } = await verifyFile(await aSealedFile({ key, approvals: [{}, { revision: 2, isStale: true }] }), { roots: null });
    expect(checks.find(({ id }) => id === "approvals")).toMatchObject({ ok: true, detail: { params: { n: 1, stale: 1 } } });
  });
});

function withoutRules(record: DecisionRecord): DecisionRecord {
  const candidates = record.evaluation.candidates.map((one, index) => (index === 0 ? { ...one, rules: [] } : one));
  return { ...record, evaluation: { ...record.evaluation, candidates, shortlist: record.evaluation.shortlist.slice(1) } };
}

function cheaper(record: DecisionRecord): DecisionRecord {
  if (record.costs === null) throw new Error("the record has costs");
  const designs = record.costs.designs.map((one) => ({ ...one, monthly: one.monthly.map((month) => ({ ...month, total: "1" })) }));
  return { ...record, costs: { ...record.costs, designs } };
}

function renamed(body: BodyInput): BodyInput {
  const people = body.approvals.people.map((one, index) => (index === 0 ? { ...one, name: "Somebody Else" } : one));
  return { ...body, approvals: { ...body.approvals, people } };
}

function withRows(body: BodyInput, change: (rows: BodyInput["audit"]["rows"]) => BodyInput["audit"]["rows"]): BodyInput {
  return { ...body, audit: { ...body.audit, rows: change(body.audit.rows) } };
}
