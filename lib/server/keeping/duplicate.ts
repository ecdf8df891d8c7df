import "server-only";
import { findField } from "@/lib/domain/answers/fields";
import { AppError } from "@/lib/domain/errors";
import type { DuplicateInput } from "@/lib/domain/worksheet/keeping";
import { NOTE_FIELD, type WorksheetView } from "@/lib/domain/worksheet/schema";
import { Prisma } from "@/prisma/generated/client";
import { type Credential, requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { db, type Tx } from "../db/client";
import { newId, newLinkToken } from "../ids";
import { readWorksheet } from "../worksheet/reads";
import { writeWorksheet } from "../worksheet/transaction";
import { type CreatedWorksheet, createWorksheet } from "../worksheet/writes";

type Duplicated = { id: string; memberToken: string; sessionToken: string | null };
type Wanted = { input: DuplicateInput; session: Credential | null };

/**
 * A new worksheet like this one, for whoever facilitates it: the frame, the candidates the team added, its prices and cost
 * settings. "answers" adds, after the reveal only, what the team agreed and where nothing was agreed what the facilitator
 * said themselves, as first answers of the facilitator alone: what others said was said here, to these people.
 */
export async function duplicateWorksheet(access: WorksheetAccess, { input, session }: Wanted): Promise<Duplicated> {
  requireRole(access, "facilitator");
  let created: CreatedWorksheet | null = null;
  const reply = await writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: [],
    run: async (tx, current) => {
      const view = await readWorksheet(current);
      if (input.with === "answers" && !view.isRevealed)
        throw new AppError("not_revealed", "Reveal the answers first; before that only the frame is copied.");
      created = await createWorksheet(startOf(view), session);
      await fill({ from: access.worksheetId, view, to: created, withAnswers: input.with === "answers", tx });
      return { reply: { id: created.id }, event: { type: "duplicated", as: created.id, with: input.with } };
    },
  });
  const made = created as CreatedWorksheet | null;
  if (made !== null) return { id: made.id, memberToken: made.tokens.return, sessionToken: made.sessionToken };
  // A repeat finds the copy; the token of the first reply was never stored, so it gets a new one.
  return { id: reply.id, memberToken: await anotherToken(reply.id), sessionToken: null };
}

function startOf(view: WorksheetView) {
  return { title: view.title, yourName: view.you.name, frame: view.frame, timeZone: view.timeZone, scope: view.scope };
}

type Filling = { from: string; view: WorksheetView; to: CreatedWorksheet; withAnswers: boolean; tx: Tx };

async function fill({ from, view, to, withAnswers, tx }: Filling): Promise<void> {
  const where = { worksheetId: from };
  const by = { worksheetId: to.id, byMemberId: to.memberId, byName: view.you.name, at: now() };
  const [customs, prices, settings] = await Promise.all([
    tx.customCandidate.findMany({ where }),
    tx.priceOverride.findMany({ where }),
    tx.costSetting.findMany({ where }),
  ]);
  await db().$transaction(async (copy) => {
    const { months: keepMonths = null } = view.retention ?? {};
    await copy.worksheet.update({ where: { id: to.id }, data: { template: view.template, keepMonths } });
    await copy.customCandidate.createMany({
      data: customs.map(({ candidate, facts }) => ({ ...by, candidate, facts: facts as Prisma.InputJsonValue })),
    });
    await copy.priceOverride.createMany({
      data: prices.map(({ priceId, usd, asOf, reason }) => ({ ...by, priceId, usd, asOf, reason, version: 1 })),
    });
    await copy.costSetting.createMany({ data: settings.map(({ key, value }) => ({ ...by, key, value: orNull(value), version: 1 })) });
    if (withAnswers) await copy.answer.createMany({ data: answersOf(view, to) });
  });
}

/** One first answer per field: the team's where it has one, else the facilitator's own latest. Notes stay where they were said. */
function answersOf(view: WorksheetView, to: CreatedWorksheet): Prisma.AnswerCreateManyInput[] {
  const own = view.answers
    .filter(({ memberId, field }) => memberId === view.you.memberId && !field.endsWith(`.${NOTE_FIELD}`))
    .toSorted((a, b) => a.round - b.round);
  const latest = new Map(own.map((answer) => [answer.field, answer]));
  const agreed = new Map(view.positions.filter(({ value }) => value !== null).map((position) => [position.field, position]));
  return [...new Set([...latest.keys(), ...agreed.keys()])].flatMap((field) => {
    const question = findField(field)?.question;
    const said = latest.get(field);
    const position = agreed.get(field);
    if (!question || (position === undefined && (said === undefined || (said.value === null && !said.unknown)))) return [];
    return {
      worksheetId: to.id,
      memberId: to.memberId,
      field,
      round: 1,
      question,
      version: 1,
      savedAt: now(),
      value: orNull(position ? position.value : (said?.value ?? null)),
      unknown: position === undefined && said?.unknown === true,
      basis: position ? null : (said?.basis ?? null),
      reason: (position ? position.reason : said?.reason) || null,
    };
  });
}

function orNull(value: Prisma.JsonValue | undefined) {
  return value === null || value === undefined ? Prisma.DbNull : (value as Prisma.InputJsonValue);
}

async function anotherToken(worksheetId: string): Promise<string> {
  const { token, hash } = newLinkToken("return");
  const member = await db().member.findFirstOrThrow({ where: { worksheetId }, orderBy: { createdAt: "asc" }, select: { id: true } });
  await db().link.create({ data: { id: newId(), worksheetId, kind: "return", tokenHash: hash, memberId: member.id } });
  return token;
}
