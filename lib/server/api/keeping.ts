import "server-only";
import { createRoute } from "@hono/zod-openapi";
import { adrFileName } from "@/lib/domain/adr/file-name";
import { AppError } from "@/lib/domain/errors";
import {
  archiveInputSchema,
  deletedSchema,
  deletionInputSchema,
  duplicatedSchema,
  duplicateInputSchema,
  importInputSchema,
} from "@/lib/domain/worksheet/keeping";
import { retentionInputSchema } from "@/lib/domain/worksheet/retention";
import { archiveWorksheet } from "../keeping/archive";
import { deleteWorksheet, restoreWorksheet } from "../keeping/deletion";
import { duplicateWorksheet } from "../keeping/duplicate";
import { erasePerson } from "../keeping/erasure";
import { exportWorksheet } from "../keeping/export-file";
import { importWorksheet } from "../keeping/import-file";
import { setRetention } from "../keeping/retention";
import { runTask } from "../thread/run-task";
import {
  accessOf,
  credentialOf,
  fileReply,
  idParam,
  isBrowser,
  jsonBody,
  jsonReply,
  newApi,
  opIdBody,
  originOf,
  problems,
  security,
  seqReply,
  setSession,
} from "./context";
import { startLimit } from "./guards";
import { memberParam } from "./members";

const tags = ["Copies and keeping"];

const archive = createRoute({
  method: "put",
  path: "/worksheets/{id}/archive",
  tags,
  summary: "Put the worksheet away, or take it out again. Everything stays readable.",
  security,
  request: { params: idParam, ...jsonBody(archiveInputSchema) },
  responses: { 200: jsonReply(seqReply, "Done."), ...problems },
});
const retention = createRoute({
  method: "put",
  path: "/worksheets/{id}/retention",
  tags,
  summary: "Delete it by itself 6, 12, 36 or 84 months after the last thing that counts, or never (null).",
  security,
  request: { params: idParam, ...jsonBody(retentionInputSchema) },
  responses: { 200: jsonReply(seqReply, "Done; the worksheet says until when it is kept."), ...problems },
});
const deletion = createRoute({
  method: "post",
  path: "/worksheets/{id}/deletion",
  tags,
  summary: "Delete the worksheet. A facilitator can bring it back for 30 days; then it is purged.",
  security,
  request: { params: idParam, ...jsonBody(deletionInputSchema) },
  responses: { 200: jsonReply(deletedSchema, "Deleted, and until when it can be brought back."), ...problems },
});
const restoration = createRoute({
  method: "post",
  path: "/worksheets/{id}/restoration",
  tags,
  summary: "Bring a deleted worksheet back, with the credential of one of its facilitators.",
  security,
  request: { params: idParam, ...jsonBody(opIdBody) },
  responses: { 200: jsonReply(seqReply, "It opens again."), ...problems },
});
const duplicate = createRoute({
  method: "post",
  path: "/worksheets/{id}/duplicate",
  tags,
  summary: "Start another worksheet from this one, with you as its facilitator.",
  security,
  request: { params: idParam, ...jsonBody(duplicateInputSchema) },
  responses: { 201: jsonReply(duplicatedSchema, "The copy, and your token in it."), ...problems },
});
const erasure = createRoute({
  method: "post",
  path: "/worksheets/{id}/members/{memberId}/erasure",
  tags,
  summary: "Forget a person: name and authorship go, the record and the audit trail go on verifying.",
  security,
  request: { params: memberParam, ...jsonBody(opIdBody) },
  responses: { 200: jsonReply(seqReply, "Forgotten."), ...problems },
});

const exported = createRoute({
  method: "get",
  path: "/worksheets/{id}/worksheet.json",
  tags,
  summary: "The whole worksheet in one file, to import elsewhere. Refused before the reveal.",
  security,
  request: { params: idParam },
  responses: { 200: fileReply("application/json", "The file; `version` says which schema it follows."), ...problems },
});
const imported = createRoute({
  method: "post",
  path: "/worksheets/import",
  tags,
  summary: "A new worksheet from such a file, with you as its facilitator. Records keep their text and hash.",
  request: jsonBody(importInputSchema),
  responses: { 201: jsonReply(duplicatedSchema, "The new worksheet, and your token in it."), ...problems },
});

export const keepingApi = newApi();
keepingApi.on("POST", "/worksheets/import", startLimit);

keepingApi.openapi(archive, async (c) =>
  c.json(await archiveWorksheet(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);
keepingApi.openapi(retention, async (c) =>
  c.json(await setRetention(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);
keepingApi.openapi(deletion, async (c) =>
  c.json(await deleteWorksheet(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);
keepingApi.openapi(restoration, async (c) => c.json(await restoreWorksheet(credentialOf(c), c.req.valid("param").id), 200));

keepingApi.openapi(duplicate, async (c) => {
  const access = await accessOf(c, c.req.valid("param").id);
  const session = isBrowser(c) ? credentialOf(c) : null;
  const { id, memberToken, sessionToken } = await duplicateWorksheet(access, { input: c.req.valid("json"), session });
  if (isBrowser(c) && sessionToken !== null) setSession(c, sessionToken);
  return c.json({ id, memberToken }, 201);
});

keepingApi.openapi(erasure, async (c) => {
  const { id, memberId } = c.req.valid("param");
  return c.json(await erasePerson(await accessOf(c, id), memberId, c.req.valid("json")), 200);
});

keepingApi.openapi(exported, async (c) => {
  const file = await exportWorksheet(await accessOf(c, c.req.valid("param").id), originOf(c));
  const name = adrFileName(null, file.worksheet.title).replace(/\.md$/u, ".worksheet.json");
  return c.body(`${JSON.stringify(file, null, 2)}\n`, 200, {
    "content-type": "application/json; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
  });
});

keepingApi.openapi(imported, async (c) => {
  const { yourName, file } = c.req.valid("json");
  const reading = await runTask("readWorksheetFile", file);
  if (!reading.ok) {
    const errors = reading.problems.map(({ path, message }) => ({ path: `file.${path}`, message }));
    throw new AppError("invalid_input", errors[0]?.message ?? "This file is not a worksheet.", {
      errors,
      detail: { reason: reading.reason },
    });
  }
  const created = await importWorksheet({ file: reading.file, yourName, session: isBrowser(c) ? credentialOf(c) : null });
  if (isBrowser(c)) setSession(c, created.sessionToken);
  return c.json({ id: created.id, memberToken: created.tokens.return }, 201);
});
