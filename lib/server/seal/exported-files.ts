import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@/lib/domain/errors";
import { surroundingsHash } from "@/lib/domain/verify/surroundings-hash";
import type { WorksheetAccess } from "../access";
import type { Paper } from "../adr/sheet";
import { findArrivedSeal, isArrived } from "../keeping/arrival";
import { type FrozenRevision, readStanding } from "../sign-off/reads";
import { runTask } from "../thread/run-task";
import { signExport } from "./checkpoints";
import { readSeals } from "./reads";
import { findSeal } from "./seal-job";

type PdfFile = { bytes: Uint8Array; unprintable: string[]; level: string | null };
type Wanted = { access: WorksheetAccess; revision: FrozenRevision; paper: Paper; origin: string };
/** As it was sealed when it was accepted, or unsealed with what was said of it since. */
type Standing = "accepted" | "now";

/** A seal takes half a second; whoever asks in the moment of acceptance waits for it instead of being sent away. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 200;

/** The sealed file of a revision that was accepted, also after a later one took its place; else a watermarked one. */
export async function pdfOf({ standing, ...wanted }: Wanted & { standing: Standing }): Promise<PdfFile> {
  return (standing === "now" ? null : await sealedPdfOf(wanted)) ?? unsealedPdfOf(wanted);
}

async function sealedPdfOf({ access, revision, paper }: Wanted): Promise<PdfFile | null> {
  const { worksheetId } = access;
  const sealed = await findSeal({ worksheetId, n: revision.n, paper });
  if (sealed !== null) return { bytes: sealed.pdf, unprintable: sealed.unprintable, level: sealed.level };
  const arrived = await findArrivedSeal({ worksheetId, n: revision.n, paper });
  if (arrived !== null) return { bytes: arrived.pdf, unprintable: arrived.unprintable, level: arrived.level };
  if (revision.status === "accepted" && !(await isArrived(worksheetId, revision.frozenAt))) return awaitSeal({ access, revision, paper });
  return null;
}

/** Says what replaced it and what it replaces, as the Markdown does; a watermark names every status but accepted. */
async function unsealedPdfOf({ access, revision, paper, origin }: Wanted): Promise<PdfFile> {
  const { worksheetId } = access;
  const { record, people, status, number, decidedAt, approvals, sha256, n, canonical, frozenAt } = revision;
  const made = await runTask("renderDraft", {
    document: { record, people, number, decidedAt, approvals, sha256, revision: n, ...(await readStanding(access, status)) },
    recordText: canonical,
    approvalsText: JSON.stringify(approvals, null, 2),
    createdAt: decidedAt ?? frozenAt,
    paper,
    verifyUrl: `${origin}/w/${worksheetId}/sign`,
  });
  return { ...made, level: null };
}

/** The instance's signature over an export: its record's hash, what surrounds it, and the head of the history. */
export async function vouchFor(
  worksheetId: string,
  revision: Pick<FrozenRevision, "sha256" | "status" | "number" | "people" | "approvals" | "audit" | "frozenAt">,
) {
  const { sha256, status, number, audit } = revision;
  if (audit === null || (await isArrived(worksheetId, revision.frozenAt))) return null;
  const subject = { sha256, status, number, surroundings: surroundingsHash(revision) };
  return {
    seq: audit.seq,
    hash: audit.hash,
    checkpoint: await signExport({ chain: worksheetId, seq: Number(audit.seq), head: audit.hash, subject }),
  };
}

async function awaitSeal({ access, revision, paper }: Omit<Wanted, "origin">): Promise<PdfFile> {
  const key = { worksheetId: access.worksheetId, n: revision.n, paper };
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
    const [state] = (await readSeals(access)).filter((seal) => seal.revision === revision.n && seal.paper === paper);
    if (state?.state === "failed")
      throw new AppError("unavailable", "The file could not be sealed.", { detail: { seal: "failed", error: state.error } });
    const sealed = state?.state === "sealed" ? await findSeal(key) : null;
    if (sealed !== null) return { bytes: sealed.pdf, unprintable: sealed.unprintable, level: sealed.level };
    await wait(LOOK_MS);
  }
  throw new AppError("unavailable", "The file is being sealed. Try again in a moment.", { detail: { seal: "sealing" } });
}
