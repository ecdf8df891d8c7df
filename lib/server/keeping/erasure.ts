import "server-only";
import { AppError } from "@/lib/domain/errors";
import { formatMessage } from "@/lib/domain/messages/format";
import { worksheetViewSchema } from "@/lib/domain/worksheet/schema";
import { leadOf } from "@/lib/domain/workshop/roles";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { newId } from "../ids";
import { documentMessages } from "../messages";
import { writeWorksheet } from "../worksheet/transaction";
import { loadSeats } from "../workshop/roles";
import { forgetInRecords } from "./forget-in-records";
import { forgetInTables } from "./forget-in-tables";

/**
 * Forgets a person. What they said and was shown stays, as nobody's: it moves to a seat without a name and with an id that no
 * earlier row knows, so that not even the audit trail leads to them. What was not shown goes. Records and chains stand as they
 * were hashed. Whoever signed stays: a signature that names nobody is none.
 */
export async function erasePerson(access: WorksheetAccess, memberId: string, input: { opId: string }) {
  if (memberId !== access.memberId) requireRole(access, "facilitator");
  const { worksheetId } = access;
  const { seq } = await writeWorksheet(access, {
    opId: input.opId,
    input: { ...input, memberId },
    changed: ["*"],
    run: async (tx, current) => {
      await eraseSeat(tx, { worksheetId, memberId });
      // By whoever asked; when that is the person themselves, by nobody any more.
      return { reply: {}, event: { type: "person_erased", self: memberId === current.memberId } };
    },
  });
  return { seq };
}

type Seat = { worksheetId: string; memberId: string };

/** One seat, inside the worksheet's lock, by whoever may. */
export async function eraseSeat(tx: Tx, { worksheetId, memberId }: Seat): Promise<void> {
  const person = await tx.member.findFirst({ where: { id: memberId, worksheetId, erasedAt: null } });
  if (person === null) throw new AppError("not_found", "No such member.");
  const reason = await whyNotErasable(tx, { worksheetId, memberId });
  if (reason !== null) throw new AppError("illegal_transition", reason);
  const anonymous = { id: newId(), name: await anonymousName(tx, worksheetId) };
  await dropUnshown(tx, { worksheetId, memberId });
  await forgetInRecords(tx, { worksheetId, person });
  await tx.member.create({
    data: {
      ...anonymous,
      worksheetId,
      role: person.role,
      createdAt: person.createdAt,
      removedAt: person.removedAt ?? now(),
      erasedAt: now(),
    },
  });
  await forgetInTables(tx, { worksheetId, person, anonymous });
  await tx.member.delete({ where: { id: memberId } });
}

/** Why somebody cannot be forgotten yet, or at all; null when they can. */
export async function whyNotErasable(tx: Tx, { worksheetId, memberId }: Seat): Promise<string | null> {
  const { seats, chosen } = await loadSeats(tx, worksheetId);
  if (leadOf(seats, chosen)?.id === memberId) return "Hand over first: somebody must lead.";
  const approver = await tx.approver.findUnique({
    where: { memberId },
    select: { removedAt: true, approvals: { take: 1, select: { n: true } } },
  });
  if (approver !== null && approver.approvals.length > 0) return "They signed a revision. A signature stays with the name that gave it.";
  if (approver !== null && approver.removedAt === null) return "They are an approver. Take them off the approvers first.";
  return null;
}

async function anonymousName(tx: Tx, worksheetId: string): Promise<string> {
  const n = 1 + (await tx.member.count({ where: { worksheetId, erasedAt: { not: null } } }));
  const { language } = await tx.worksheet.findUniqueOrThrow({ where: { id: worksheetId }, select: { language: true } });
  const locale = worksheetViewSchema.shape.language.parse(language);
  return formatMessage(documentMessages(locale), { id: "keeping.erasedName", params: { n } }, locale);
}

/** Answers nobody was shown, and ways in. */
async function dropUnshown(tx: Tx, { worksheetId, memberId }: { worksheetId: string; memberId: string }): Promise<void> {
  const [reveals, disclosures, blind] = await Promise.all([
    tx.reveal.findMany({ where: { worksheetId }, select: { question: true } }),
    tx.disclosure.findMany({ where: { worksheetId }, select: { kind: true } }),
    tx.lateBlind.count({ where: { memberId, endedAt: null } }),
  ]);
  const shown = blind > 0 ? [] : reveals.map(({ question }) => question);
  const isDisclosed = (kind: string) => disclosures.some((row) => row.kind === kind);
  await tx.answer.deleteMany({ where: { memberId, question: { notIn: shown } } });
  if (!isDisclosed("gut_check")) await tx.gutCheck.deleteMany({ where: { memberId } });
  if (!isDisclosed("ranking")) await tx.criteriaRanking.deleteMany({ where: { memberId } });
  if ((await tx.premortem.count({ where: { worksheetId, revealedAt: { not: null } } })) === 0)
    await tx.premortemCard.deleteMany({ where: { worksheetId, memberId } });
  await tx.consent.deleteMany({ where: { memberId, round: { worksheetId, closedAt: null } } });
  await tx.grant.deleteMany({ where: { memberId } });
  await tx.link.deleteMany({ where: { memberId } });
  await tx.passkey.deleteMany({ where: { memberId } });
  await tx.challenge.deleteMany({ where: { memberId } });
  await tx.ready.deleteMany({ where: { memberId } });
  await tx.stageReady.deleteMany({ where: { memberId } });
  await tx.lateBlind.deleteMany({ where: { memberId } });
  await tx.approver.updateMany({ where: { memberId }, data: { email: null } });
}
