import { IMPORT_BATCH, type ImportOutcome, importReplySchema } from "../../domain/log/schema";
import { apiRequest, newOpId } from "../api";

export type FileToImport = { path: string; read: () => Promise<Uint8Array> };
type Progress = (outcomes: readonly ImportOutcome[]) => void;

/** The most files of one import; a folder of records has far fewer, a home folder far more. */
export const MAX_IMPORT_FILES = 5_000;

/**
 * Sends files in calls that the server takes, one after the other, and tells after each what became of them. What was sent
 * stays when a later call fails; sending everything again takes nothing twice.
 */
export async function importInBatches(spaceId: string, { files, onProgress }: { files: readonly FileToImport[]; onProgress: Progress }) {
  let batch: { path: string; content: string }[] = [];
  let bytes = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    const body = { opId: newOpId(), files: batch };
    const reply = await apiRequest({ method: "POST", path: `/spaces/${spaceId}/log/imports`, body, schema: importReplySchema });
    onProgress(reply.files);
    batch = [];
    bytes = 0;
  };
  for (const { path, read } of files) {
    const content = await read();
    if (batch.length >= FILES_AT_ONCE || bytes + content.length > IMPORT_BATCH.bytes) await flush();
    batch.push({ path, content: base64Of(content) });
    bytes += content.length;
  }
  await flush();
}

/** Fewer than a call takes, so that the progress moves. */
const FILES_AT_ONCE = 50;
const CHUNK = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
