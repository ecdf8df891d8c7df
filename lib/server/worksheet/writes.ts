import "server-only";
import { answersSchema, type QuestionId } from "@/lib/domain/answers/schema";
import { AppError } from "@/lib/domain/errors";
import { frameOfTemplate } from "@/lib/domain/templates/templates";
import type { FrameInput, NewWorksheet, RevealInput } from "@/lib/domain/worksheet/inputs";
import type { Stage } from "@/lib/domain/worksheet/schema";
import { planReveal } from "@/lib/domain/workshop/reveal-plan";
import { revealPolicySchema } from "@/lib/domain/workshop/schema";
import type { Prisma } from "@/prisma/generated/client";
import { type Credential, requireRole, type WorksheetAccess } from "../access";
import { db, type Tx } from "../db/client";
import { newId, newLinkToken } from "../ids";
import { addLogEntry } from "../log/refresh-entry";
import { grantToSession } from "../share/sessions";
import { moveMergedAnswers } from "../workshop/members";
import { appendAudit, refuseFrozen, writeWorksheet } from "./transaction";

export type CreatedWorksheet = {
  id: string;
  memberId: string;
  tokens: { facilitator: string; member: string; observer: string; return: string };
  sessionToken: string;
};

/** Starts a worksheet: its links, its facilitator, and this browser's session as that facilitator. */
export async function createWorksheet(
  input: NewWorksheet & { isSample?: boolean; scope?: string; spaceId?: string | null },
  session: Credential | null,
): Promise<CreatedWorksheet> {
  const id = newId();
  const memberId = newId();
  const links = {
    facilitator: newLinkToken("facilitator"),
    member: newLinkToken("member"),
    observer: newLinkToken("observer"),
    return: newLinkToken("return"),
  };
  const sessionToken = await db().$transaction(async (tx) => {
    await tx.worksheet.create({
      data: {
        id,
        title: input.title,
        scope: input.scope ?? "",
        isSample: input.isSample ?? false,
        timeZone: input.timeZone ?? "UTC",
        language: input.language ?? "en",
        spaceId: input.spaceId ?? null,
        frame: (input.template ? frameOfTemplate(input.template, input.frame) : (input.frame ?? {})) as Prisma.InputJsonValue,
        template: input.template ?? null,
        keepMonths: input.keepMonths ?? null,
      },
    });
    await tx.member.create({ data: { id: memberId, worksheetId: id, name: input.yourName, role: "facilitator", lastSeenAt: new Date() } });
    const returnLinkId = newId();
    await tx.link.createMany({
      data: [
        ...(["facilitator", "member", "observer"] as const).map((kind) => ({
          id: newId(),
          worksheetId: id,
          kind,
          tokenHash: links[kind].hash,
        })),
        { id: returnLinkId, worksheetId: id, kind: "return", tokenHash: links.return.hash, memberId },
      ],
    });
    if (input.spaceId) await addLogEntry(tx, { worksheetId: id, spaceId: input.spaceId });
    await appendAudit(tx, {
      worksheetId: id,
      memberId,
      event: { type: "worksheet_created", ...(input.template ? { template: input.template } : {}) },
    });
    return grantToSession(tx, { session, worksheetId: id, linkId: returnLinkId, memberId });
  });
  return {
    id,
    memberId,
    tokens: {
      facilitator: links.facilitator.token,
      member: links.member.token,
      observer: links.observer.token,
      return: links.return.token,
    },
    sessionToken,
  };
}

export async function setFrame(access: WorksheetAccess, input: FrameInput) {
  requireRole(access, "facilitator");
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["frame"],
    run: async (tx) => {
      await refuseFrozen(tx, access.worksheetId);
      const row = await tx.worksheet.findUniqueOrThrow({ where: { id: access.worksheetId } });
      if (row.frameVersion !== input.baseVersion) {
        const current = {
          title: row.title,
          scope: row.scope,
          frame: answersSchema.safeParse(row.frame).data ?? {},
          version: row.frameVersion,
        };
        throw new AppError("stale_version", "Somebody changed the frame meanwhile.", { detail: { current } });
      }
      if (input.adrNumber !== undefined && row.spaceId !== null)
        throw new AppError("illegal_transition", "The space numbers its decisions; its facilitator may set the next number ahead.");
      const version = row.frameVersion + 1;
      await tx.worksheet.update({
        where: { id: access.worksheetId },
        data: {
          frameVersion: version,
          ...(input.title === undefined ? {} : { title: input.title }),
          ...(input.scope === undefined ? {} : { scope: input.scope }),
          ...(input.adrNumber === undefined ? {} : { nextNumber: input.adrNumber }),
          ...(input.language === undefined ? {} : { language: input.language }),
          ...(input.frame === undefined ? {} : { frame: input.frame as Prisma.InputJsonValue }),
        },
      });
      return { reply: { version }, event: { type: "frame_changed", version } };
    },
  });
}

export async function setStage(access: WorksheetAccess, input: { opId: string; stage: Stage }) {
  requireRole(access, "facilitator");
  if (!["frame", "collect", "discuss", "decide"].includes(input.stage)) {
    throw new AppError("illegal_transition", "Sign, live and revisit follow from what happens; they cannot be chosen.");
  }
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["stage"],
    run: async (tx) => {
      await tx.worksheet.update({ where: { id: access.worksheetId }, data: { stage: input.stage } });
      return { reply: {}, event: { type: "stage_set", stage: input.stage } };
    },
  });
}

export async function setReady(access: WorksheetAccess, input: { opId: string; question: string; ready: boolean }) {
  requireRole(access, "facilitator", "member");
  const key = { memberId: access.memberId, question: input.question };
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["ready"],
    run: async (tx) => {
      if (input.ready)
        await tx.ready.upsert({ where: { memberId_question: key }, create: { ...key, worksheetId: access.worksheetId }, update: {} });
      else await tx.ready.deleteMany({ where: key });
      return { reply: {}, event: { type: input.ready ? "ready" : "not_ready", question: input.question } };
    },
  });
}

/** Shows every first answer to everyone: one way, and done once however often it is asked. */
export async function revealAnswers(access: WorksheetAccess, input: RevealInput) {
  requireRole(access, "facilitator");
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["reveal", "answers", "stage", "workshop"],
    run: async (tx) => {
      const { worksheetId } = access;
      const questions = await questionsToReveal(tx, { worksheetId, asked: input.questions });
      await showQuestions(tx, { worksheetId, questions, byMemberId: access.memberId });
      return { reply: {}, event: { type: questions.length > 0 ? "revealed" : "reveal_repeated", questions } };
    },
  });
}

/** Inside the lock of the worksheet's row, by whoever may reveal. */
export async function showQuestions(tx: Tx, input: { worksheetId: string; questions: QuestionId[]; byMemberId: string }): Promise<void> {
  const { worksheetId, questions, byMemberId } = input;
  if (questions.length === 0) return;
  await tx.reveal.createMany({ data: questions.map((question) => ({ worksheetId, question, byMemberId })), skipDuplicates: true });
  await tx.ready.deleteMany({ where: { worksheetId, question: { in: questions } } });
  await tx.worksheet.update({ where: { id: worksheetId }, data: { stage: "discuss" } });
  await moveMergedAnswers(tx, worksheetId);
}

async function questionsToReveal(tx: Tx, { worksheetId, asked }: { worksheetId: string; asked: QuestionId[] | undefined }) {
  const rows = await tx.reveal.findMany({ where: { worksheetId }, select: { question: true } });
  const workshop = await tx.workshop.findUnique({ where: { worksheetId }, select: { revealPolicy: true } });
  const policy = revealPolicySchema.parse(workshop?.revealPolicy ?? "together");
  const plan = planReveal({ policy, asked, revealed: rows.map((row) => row.question) });
  if (!plan.ok) throw new AppError("illegal_transition", "All five questions are revealed together; choose “step by step” first.");
  return plan.questions;
}
