import "server-only";
import { createRoute, z } from "@hono/zod-openapi";
import {
  approverCreatedSchema,
  deadlineInputSchema,
  delegateInputSchema,
  enrolledSchema,
  enrolmentInputSchema,
  enrolmentOptionsSchema,
  mailInputSchema,
  orderInputSchema,
  ruleInputSchema,
  signOffViewSchema,
  statementInputSchema,
  statementIssuedSchema,
} from "@/lib/domain/sign-off/schema";
import { newId } from "../ids";
import { delegateApproval, orderApprovers, takeBackApproval } from "../sign-off/approvers";
import { askByMail } from "../sign-off/ask-by-mail";
import { enrolPasskey, startEnrolment } from "../sign-off/passkeys";
import { readSignOff } from "../sign-off/sign-off-view";
import { issueStatement } from "../sign-off/statements";
import { moveDeadline, setSignOffRule } from "../sign-off/writes";
import { accessOf, idParam, jsonBody, jsonReply, linkUrl, newApi, originOf, problems, revisionParam, security, seqReply } from "./context";

const tags = ["Sign-off"];

const read = createRoute({
  method: "get",
  path: "/worksheets/{id}/sign-off",
  tags,
  summary: "How the sign-off is set up: whose yes it needs, by when, in which order, and who may answer now.",
  security,
  request: { params: idParam },
  responses: { 200: jsonReply(signOffViewSchema, "The set-up."), ...problems },
});
const rule = createRoute({
  method: "put",
  path: "/worksheets/{id}/sign-off/rule",
  tags,
  summary: "Whose yes the next revision needs. 409 while one stands.",
  security,
  request: { params: idParam, ...jsonBody(ruleInputSchema) },
  responses: { 200: jsonReply(seqReply, "Set."), ...problems },
});
const deadline = createRoute({
  method: "put",
  path: "/worksheets/{id}/revisions/{n}/deadline",
  tags,
  summary: "Move the deadline of a standing revision.",
  security,
  request: { params: revisionParam, ...jsonBody(deadlineInputSchema) },
  responses: { 200: jsonReply(seqReply, "Moved."), ...problems },
});
const order = createRoute({
  method: "put",
  path: "/worksheets/{id}/approvers/order",
  tags,
  summary: "The order in which approvers are asked.",
  security,
  request: { params: idParam, ...jsonBody(orderInputSchema) },
  responses: { 200: jsonReply(seqReply, "Ordered."), ...problems },
});
const delegate = createRoute({
  method: "post",
  path: "/worksheets/{id}/approvers/me/delegate",
  tags,
  summary: "Hand your place as approver to somebody else; their personal link is shown once.",
  security,
  request: { params: idParam, ...jsonBody(delegateInputSchema) },
  responses: { 201: jsonReply(approverCreatedSchema, "Handed on."), ...problems },
});
const takeBack = createRoute({
  method: "delete",
  path: "/worksheets/{id}/approvers/me/delegate",
  tags,
  summary: "Take your place back while your delegate has not answered.",
  security,
  request: { params: idParam },
  responses: { 204: { description: "Taken back." }, ...problems },
});
const mail = createRoute({
  method: "post",
  path: "/worksheets/{id}/approvers/{approverId}/mail",
  tags,
  summary: "Mail an approver a link of their own that nobody is shown. 409 without a mail server.",
  security,
  request: { params: idParam.extend({ approverId: z.uuid() }), ...jsonBody(mailInputSchema) },
  responses: { 202: jsonReply(seqReply, "Queued; the sign-off says what became of it."), ...problems },
});
const challenge = createRoute({
  method: "post",
  path: "/worksheets/{id}/passkeys/challenge",
  tags,
  summary: "What to hand to navigator.credentials.create() to enrol a passkey of your own.",
  security,
  request: { params: idParam, ...jsonBody(z.strictObject({})) },
  responses: { 200: jsonReply(enrolmentOptionsSchema, "Good for ten minutes."), ...problems },
});
const enrol = createRoute({
  method: "post",
  path: "/worksheets/{id}/passkeys",
  tags,
  summary: "Enrol a passkey of your own. The record tells through which link you had come.",
  security,
  request: { params: idParam, ...jsonBody(enrolmentInputSchema) },
  responses: { 201: jsonReply(enrolledSchema, "Enrolled."), ...problems },
});
const statement = createRoute({
  method: "post",
  path: "/worksheets/{id}/revisions/{n}/statements",
  tags,
  summary: "What your passkey is about to sign: the statement, and the challenge that is its SHA-256.",
  security,
  request: { params: revisionParam, ...jsonBody(statementInputSchema) },
  responses: { 201: jsonReply(statementIssuedSchema, "Good for ten minutes and one answer."), ...problems },
});

export const signOffSetupApi = newApi();

signOffSetupApi.openapi(read, async (c) =>
  c.json(await readSignOff(await accessOf(c, c.req.valid("param").id), { origin: originOf(c) }), 200),
);

signOffSetupApi.openapi(rule, async (c) =>
  c.json(await setSignOffRule(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);

signOffSetupApi.openapi(deadline, async (c) => {
  const { id, n } = c.req.valid("param");
  return c.json(await moveDeadline(await accessOf(c, id), { n, ...c.req.valid("json") }), 200);
});

signOffSetupApi.openapi(order, async (c) =>
  c.json(await orderApprovers(await accessOf(c, c.req.valid("param").id), c.req.valid("json")), 200),
);

signOffSetupApi.openapi(delegate, async (c) => {
  const { approverId, token } = await delegateApproval(await accessOf(c, c.req.valid("param").id), c.req.valid("json"));
  return c.json({ approverId, link: linkUrl(c, token) }, 201);
});

signOffSetupApi.openapi(takeBack, async (c) => {
  await takeBackApproval(await accessOf(c, c.req.valid("param").id), { opId: newId() });
  return c.body(null, 204);
});

signOffSetupApi.openapi(mail, async (c) => {
  const { id, approverId } = c.req.valid("param");
  const { seq } = await askByMail(await accessOf(c, id), { approverId, origin: originOf(c), ...c.req.valid("json") });
  return c.json({ seq }, 202);
});

signOffSetupApi.openapi(challenge, async (c) =>
  c.json(await startEnrolment(await accessOf(c, c.req.valid("param").id), { origin: originOf(c) }), 200),
);

signOffSetupApi.openapi(enrol, async (c) =>
  c.json(await enrolPasskey(await accessOf(c, c.req.valid("param").id), { origin: originOf(c), ...c.req.valid("json") }), 201),
);

signOffSetupApi.openapi(statement, async (c) => {
  const { id, n } = c.req.valid("param");
  return c.json(await issueStatement(await accessOf(c, id), { n, origin: originOf(c), ...c.req.valid("json") }), 201);
});
