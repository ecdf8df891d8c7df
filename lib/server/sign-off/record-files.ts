import "server-only";
import { composeAdr } from "@/lib/domain/adr/compose-adr";
import { adrFileName } from "@/lib/domain/adr/file-name";
import type { AdrFormat } from "@/lib/domain/adr/formats";
import type { AdrDocument } from "@/lib/domain/adr/schema";
import { withDrawings } from "@/lib/domain/adr/with-drawings";
import { exportJson } from "@/lib/domain/record/export-json";
import type { WorksheetAccess } from "../access";
import { renderAdr } from "../adr/render-markdown";
import { recordMessages } from "../messages";
import { vouchFor } from "../seal/exported-files";
import { readRevision, readStanding } from "./reads";

export type TextFile = { text: string; fileName: string };

/** The latest revision as Markdown in one of its forms. */
export async function markdownOf(access: WorksheetAccess, format: AdrFormat): Promise<TextFile> {
  return renderAdr(await latestDocument(access), format);
}

/** The same with its drawings and the record, as files by their path in an archive. */
export async function bundleOf(access: WorksheetAccess, format: AdrFormat): Promise<{ files: Record<string, Uint8Array>; folder: string }> {
  const plain = await latestDocument(access);
  const { document, files } = withDrawings(plain);
  const { text, fileName } = renderAdr(document, format);
  const folder = plain.fileName.replace(/\.md$/u, "");
  const shown = files.filter(({ path }) => text.includes(`](${path})`));
  const json = { path: `${folder}/record.json`, text: (await recordJsonOf(access)).text };
  const all = [{ path: fileName, text }, ...shown, json].map((one) => [one.path, new TextEncoder().encode(one.text)]);
  return { files: Object.fromEntries(all), folder };
}

/** The latest revision as `record.json`, vouched for by this instance. */
export async function recordJsonOf(access: WorksheetAccess): Promise<TextFile> {
  const { n: _n, canonical: _canonical, decidedAt: _decidedAt, frozenAt, ...revision } = await readRevision(access, "latest");
  const signed = { ...revision, audit: await vouchFor(access.worksheetId, { ...revision, frozenAt }) };
  const fileName = adrFileName(revision.number, revision.record.worksheet.title).replace(/\.md$/u, ".json");
  return { text: `${JSON.stringify(exportJson(signed), null, 2)}\n`, fileName };
}

async function latestDocument(access: WorksheetAccess): Promise<AdrDocument> {
  const { record, people, status, number, decidedAt, approvals, sha256, n } = await readRevision(access, "latest");
  const input = { record, people, status, number, decidedAt, approvals, sha256, revision: n, messages: recordMessages(record) };
  return composeAdr({ ...input, ...(await readStanding(access, status)) });
}
