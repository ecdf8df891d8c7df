import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import { recordExportSchema } from "@/lib/domain/record/export-json";
import { linkCreatedSchema } from "@/lib/domain/share/schema";
import { approvalInputSchema, approverCreatedSchema, freezeSchema, frozenSchema, newApproverSchema } from "@/lib/domain/sign-off/schema";
import { approvalViewSchema } from "@/lib/domain/worksheet/schema";
import { newId } from "../ids";
import { recordApproval } from "../sign-off/approvals";
import { addApprover, removeApprover, replaceApproverLink } from "../sign-off/approvers";
import { freezeRevision } from "../sign-off/freeze";
import { readRevision } from "../sign-off/reads";
import { withdrawRevision } from "../sign-off/writes";
import {
  accessOf,
  idParam,
  jsonBody,
  jsonReply,
  linkUrl,
  newApi,
  opIdBody,
  originOf,
  problems,
  revisionParam,
  security,
  seqReply,
} from "./context";

const tags = ["Sign-off"];

const name = createRoute({
  method: "post",
  path: "/worksheets/{id}/approvers",
  tags,
  summary: "Name an approver; their personal link is shown once.",
  security,
  request: { params: idParam, ...jsonBody(newApproverSchema) },
  responses: { 201: jsonReply(approverCreatedSchema, "Named."), ...problems },
});
const remove = createRoute({
  method: "delete",
  path: "/worksheets/{id}/approvers/{approverId}",
  tags,
  summary: "Take an approver off the list.",
  security,
  request: { params: idParam.extend({ approverId: z.uuid() }) },
  responses: { 204: { description: "Removed." }, ...problems },
});
const renew = createRoute({
  method: "post",
  path: "/worksheets/{id}/approvers/{approverId}/link",
  tags,
  summary: "A new personal link for an approver; the old one dies.",
  security,
  request: { params: idParam.extend({ approverId: z.uuid() }), ...jsonBody(opIdBody) },
  responses: { 201: jsonReply(linkCreatedSchema, "Shown once."), ...problems },
});
const freeze = createRoute({
  method: "post",
  path: "/worksheets/{id}/revisions",
  tags,
  summary: "Freeze the record as it is now and hash it.",
  description:
    "422 names what is missing: sections, approvers, conditions of the choice; `toAccept` has the keys of the marks that accept those. The hash is lower-case hex of SHA-256 over the RFC 8785 canonical JSON of the record.",
  security,
  request: { params: idParam, ...jsonBody(freezeSchema) },
  responses: { 201: jsonReply(frozenSchema, "Frozen."), ...problems },
});
const read = createRoute({
  method: "get",
  path: "/worksheets/{id}/revisions/{n}",
  tags,
  summary: "A frozen revision.",
  security,
  request: { params: revisionParam },
  responses: { 200: jsonReply(recordExportSchema.extend({ n: z.number().int() }), "The record with what surrounds it."), ...problems },
});
const withdraw = createRoute({
  method: "post",
  path: "/worksheets/{id}/revisions/{n}/withdrawal",
  tags,
  summary: "Make changes: withdraw a standing revision; its approvals become stale.",
  security,
  request: { params: revisionParam, ...jsonBody(opIdBody) },
  responses: { 200: jsonReply(seqReply, "Withdrawn."), ...problems },
});
const approve = createRoute({
  method: "put",
  path: "/worksheets/{id}/revisions/{n}/approvals",
  tags,
  summary: "Give your verdict on a revision.",
  security,
  request: { params: revisionParam, ...jsonBody(approvalInputSchema) },
  responses: { 200: jsonReply(approvalViewSchema, "Recorded."), ...problems },
});

export const signOffApi = newApi();

signOffApi.openapi(name, async (c) => {
  const { approverId, token } = await addApprover(await accessOf(c, c.req.valid("param").id), c.req.valid("json"));
  return c.json({ approverId, link: token === null ? null : linkUrl(c, token) }, 201);
});

signOffApi.openapi(remove, async (c) => {
  const { id, approverId } = c.req.valid("param");
  await removeApprover(await accessOf(c, id), { opId: newId(), approverId });
  return c.body(null, 204);
});

signOffApi.openapi(renew, async (c) => {
  const { id: worksheetId, approverId } = c.req.valid("param");
  const { id, token } = await replaceApproverLink(await accessOf(c, worksheetId), { approverId, opId: c.req.valid("json").opId });
  return c.json({ id, link: linkUrl(c, token) }, 201);
});

signOffApi.openapi(freeze, async (c) => {
  const access = await accessOf(c, c.req.valid("param").id);
  return c.json(await freezeRevision(access, { ...c.req.valid("json"), origin: originOf(c) }), 201);
});

signOffApi.openapi(read, async (c) => {
  const { id, n } = c.req.valid("param");
  const { canonical: _canonical, decidedAt: _decidedAt, frozenAt: _frozenAt, ...revision } = await readRevision(await accessOf(c, id), n);
  return c.json(revision, 200);
});

signOffApi.openapi(withdraw, async (c) => {
  const { id, n } = c.req.valid("param");
  return c.json(await withdrawRevision(await accessOf(c, id), { n, opId: c.req.valid("json").opId }), 200);
});

signOffApi.openapi(approve, async (c) => {
  const { id, n } = c.req.valid("param");
  return c.json(await recordApproval(await accessOf(c, id), { n, origin: originOf(c), ...c.req.valid("json") }), 200);
});
