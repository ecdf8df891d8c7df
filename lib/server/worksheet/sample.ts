import "server-only";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { Locale } from "@/lib/domain/messages/locales";
import { type SampleMember, WAGTAIL_SAMPLE } from "@/lib/domain/sample/wagtail";
import { NOTE_FIELD } from "@/lib/domain/worksheet/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { Credential } from "../access";
import { now } from "../clock";
import { db } from "../db/client";
import { newId } from "../ids";
import { appendAudit } from "./transaction";
import { type CreatedWorksheet, createWorksheet } from "./writes";

/** A private copy of the sample: you are its facilitator, two colleagues have answered, nothing is revealed yet. */
export async function createSample({
  yourName,
  language,
  session,
}: {
  yourName: string | undefined;
  /** Of what is generated into the copy's documents; what its people wrote is English. */
  language?: Locale;
  session: Credential | null;
}): Promise<CreatedWorksheet> {
  const { title, scope, frame, members } = WAGTAIL_SAMPLE;
  const [facilitator, ...colleagues] = members;
  const created = await createWorksheet({ title, scope, frame, yourName: yourName ?? facilitator.name, language, isSample: true }, session);
  await db().$transaction(async (tx) => {
    const people = [{ id: created.memberId, sample: facilitator }, ...colleagues.map((sample) => ({ id: newId(), sample }))];
    await tx.member.createMany({
      data: people.slice(1).map(({ id, sample }) => ({ id, worksheetId: created.id, name: sample.name, role: sample.role })),
    });
    await tx.answer.createMany({ data: people.flatMap(({ id, sample }) => answersOf({ worksheetId: created.id, memberId: id, sample })) });
    await tx.ready.createMany({
      data: people.flatMap(({ id }) => QUESTION_IDS.map((question) => ({ worksheetId: created.id, memberId: id, question }))),
    });
    await appendAudit(tx, { worksheetId: created.id, memberId: created.memberId, event: { type: "sample_filled" } });
  });
  return created;
}

function answersOf({
  worksheetId,
  memberId,
  sample,
}: {
  worksheetId: string;
  memberId: string;
  sample: SampleMember;
}): Prisma.AnswerCreateManyInput[] {
  const answers = Object.entries(sample.answers).map(([field, answer]) => ({
    worksheetId,
    memberId,
    field,
    round: 1,
    question: field.split(".")[0] ?? "",
    version: 1,
    savedAt: now(),
    ...("unknown" in answer
      ? { unknown: true }
      : { value: answer.value as Prisma.InputJsonValue, basis: answer.basis ?? null, reason: answer.reason ?? null }),
  }));
  const notes = Object.entries(sample.notes).map(([question, text]) => ({
    worksheetId,
    memberId,
    field: `${question}.${NOTE_FIELD}`,
    round: 1,
    question,
    version: 1,
    value: text,
    savedAt: now(),
  }));
  return [...answers, ...notes];
}
