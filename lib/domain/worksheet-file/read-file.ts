import { z } from "zod";
import { verifyChain } from "../audit/chain";
import { fieldErrors } from "../field-errors";
import { recordSchema } from "../record/schema";
import { sha256Hex } from "../record/sha256";
import { FILE_FORMAT, FILE_VERSION, type WorksheetFile, worksheetFileSchema } from "./schema";

type Problem = { path: string; message: string };
export type FileReading =
  | { ok: true; file: WorksheetFile }
  | { ok: false; reason: "not_ours" | "newer" | "unreadable" | "changed"; problems: Problem[] };

const headSchema = z.looseObject({ format: z.literal(FILE_FORMAT), version: z.int().min(1) });
const PROBLEMS_SHOWN = 20;

/**
 * Reads a worksheet's file and checks what it claims: its version first, so that a newer one is named and not called broken;
 * then its shape; then that each record has its hash and that the history's chain holds. Nobody can check by this that it
 * happened: a file says what it says, and an import marks it as brought in.
 * @example readWorksheetFile({ format: "shortlist-worksheet", version: 99 }) // { ok: false, reason: "newer", … }
 */
export function readWorksheetFile(value: unknown): FileReading {
  const head = headSchema.safeParse(value);
  if (!head.success) return refuse("not_ours", [{ path: "format", message: `Send a file of the format ${FILE_FORMAT}.` }]);
  if (head.data.version > FILE_VERSION) {
    const message = `The file has version ${head.data.version}; this installation reads up to version ${FILE_VERSION}. Update it first.`;
    return refuse("newer", [{ path: "version", message }]);
  }
  const parsed = worksheetFileSchema.safeParse(value);
  if (!parsed.success) {
    return refuse("unreadable", fieldErrors({ issues: parsed.error.issues.slice(0, PROBLEMS_SHOWN) }));
  }
  const changed = changesIn(parsed.data);
  return changed.length > 0 ? refuse("changed", changed) : { ok: true, file: parsed.data };
}

function refuse(reason: "not_ours" | "newer" | "unreadable" | "changed", problems: Problem[]): FileReading {
  return { ok: false, reason, problems };
}

function changesIn({ worksheet, members, answers, approvers, approvals, revisions, audit }: WorksheetFile): Problem[] {
  const people = new Set(members.map(({ id }) => id));
  const signers = new Set(approvers.map(({ id }) => id));
  const hashes = new Map(revisions.map(({ n, sha256 }) => [n, sha256]));
  return [
    ...revisions.flatMap(({ n, canonical, sha256 }) =>
      sha256Hex(canonical) === sha256 && isRecord(canonical)
        ? []
        : { path: `revisions.${n}`, message: "The record is not the one of its hash." },
    ),
    ...(answers.every(({ memberId }) => people.has(memberId))
      ? []
      : [{ path: "answers", message: "An answer names a member who is not in the file." }]),
    ...(approvers.every(({ memberId }) => people.has(memberId)) ? [] : [{ path: "approvers", message: "An approver is not in the file." }]),
    ...(approvals.every(({ n, approverId, sha256 }) => signers.has(approverId) && hashes.get(n) === sha256)
      ? []
      : [{ path: "approvals", message: "An approval names a revision or an approver that is not in the file." }]),
    ...(verifyChain({ chain: worksheet.id, rows: audit, heads: [] }).length === 0
      ? []
      : [{ path: "audit", message: "The history’s chain does not hold." }]),
  ];
}

function isRecord(canonical: string): boolean {
  try {
    return recordSchema.safeParse(JSON.parse(canonical)).success;
  } catch {
    return false;
  }
}
