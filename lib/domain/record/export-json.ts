import { z } from "zod";
import { jsonSchema } from "../json";
import { passkeyProofSchema } from "../sign-off/passkey-proof";
import { approvalStatementSchema } from "../sign-off/statement";
import { assuranceHowSchema, assuranceSchema, roleSchema, verdictSchema } from "../worksheet/schema";
import { commitmentOf, recordHash } from "./record-hash";
import { personIdSchema, recordSchema, sha256HexSchema } from "./schema";

/** Who a p-id is. `name` and `salt` are null once the person asked to be erased. */
export const namedPersonSchema = z.strictObject({
  id: personIdSchema,
  name: z.string().nullable(),
  role: roleSchema.nullable(),
  salt: z.string().nullable(),
});
export type NamedPerson = { id: string; name: string | null; role: z.infer<typeof roleSchema> | null; salt: string | null };

const recordApprovalSchema = z.strictObject({
  name: z.string(),
  revision: z.int().min(1),
  verdict: verdictSchema,
  comment: z.string(),
  assurance: assuranceSchema,
  how: assuranceHowSchema,
  at: z.iso.datetime(),
  isStale: z.boolean(),
  /** What they said, word for word; absent in records made before statements were kept. */
  statement: approvalStatementSchema.optional(),
  /** What their passkey signed; only with level A. */
  proof: passkeyProofSchema.optional(),
});
export type RecordApproval = z.infer<typeof recordApprovalSchema>;

export const adrStatusSchema = z.enum(["draft", "proposed", "accepted", "rejected", "withdrawn", "deprecated", "superseded"]);
export type AdrStatus = z.infer<typeof adrStatusSchema>;

/** `record.json`: the hashed record with what surrounds it. Only `record` is under the hash. */
export const recordExportSchema = z.strictObject({
  record: recordSchema,
  sha256: sha256HexSchema,
  people: z.array(namedPersonSchema),
  approvals: z.array(recordApprovalSchema),
  /** The head of the audit chain when exported, or null before there is one. */
  audit: jsonSchema.nullable(),
  status: adrStatusSchema,
  number: z.int().min(1).nullable(),
});
export type RecordExport = z.infer<typeof recordExportSchema>;

/**
 * The envelope of `record.json`, checked: refuses a hash that is not the record's.
 * @example exportJson({ record, sha256, people, approvals: [], audit: null, status: "proposed", number: null }).sha256
 */
export function exportJson(parts: RecordExport): RecordExport {
  const exported = recordExportSchema.parse(parts);
  if (recordHash(exported.record) !== exported.sha256) throw new Error("The hash given is not the hash of the record.");
  return exported;
}

export type ExportCheck = { ok: true; exported: RecordExport } | { ok: false; reason: "not_ours" | "changed" | "wrong_name" };

/**
 * Reads a `record.json` back and re-checks it: the hash over the record, and each name that is still there against its
 * commitment. Erased names are no fault.
 * @example checkExport(JSON.parse(text)) // { ok: false, reason: "changed" }
 */
export function checkExport(value: unknown): ExportCheck {
  const parsed = recordExportSchema.safeParse(value);
  if (!parsed.success) return { ok: false, reason: "not_ours" };
  const exported = parsed.data;
  if (recordHash(exported.record) !== exported.sha256) return { ok: false, reason: "changed" };
  const commitments = new Map(exported.record.people.map((person) => [person.id, person.commitment]));
  const isTrue = ({ id, name, role, salt }: NamedPerson) =>
    name === null || role === null || salt === null || commitments.get(id) === commitmentOf({ name, role, salt });
  return exported.people.every(isTrue) ? { ok: true, exported } : { ok: false, reason: "wrong_name" };
}
