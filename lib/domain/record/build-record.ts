import { type Answers, type QuestionId, questionIdSchema } from "../answers/schema";
import type { Locale } from "../messages/locales";
import type { MessageRef } from "../messages/message-ref";
import type { MigrationPlan } from "../migration/schema";
import { type AnswerView, DECISION_SECTIONS, NOTE_FIELD, type PositionView, type Role, type SectionView } from "../worksheet/schema";
import type { WorkshopView } from "../workshop/schema";
import type { RecordCosts } from "./costs-schema";
import type { RecordEvaluation } from "./evaluation-schema";
import type { NamedPerson } from "./export-json";
import { commitmentOf } from "./record-hash";
import { recordTieBreak, type TieBreakInput } from "./record-tie-break";
import { type DecisionRecord, RECORD_FORMAT, type RecordHandwork, type RecordTrigger, recordSchema } from "./schema";

type AnswerCause = WorkshopView["causes"][number];

export type RecordInput = {
  worksheet: { id: string; title: string; scope: string; timeZone: string; language?: Locale | undefined };
  frame: Answers;
  /** Members and approvers in the order they joined; `salt` is random text made once per person. */
  members: readonly { id: string; name: string; role: Role; salt: string }[];
  /** Every answer of every round; cleared ones are left out of the record. */
  answers: readonly AnswerView[];
  /** People without a device, and who typed for them. */
  proxies?: readonly { memberId: string; byMemberId: string }[];
  causes?: readonly AnswerCause[];
  positions: readonly Pick<PositionView, "field" | "value" | "low" | "high" | "reached" | "reason" | "byMemberId">[];
  sections: readonly Pick<SectionView, "section" | "text">[];
  chosen?: string | null;
  evaluation: RecordEvaluation;
  /** Overrides and added candidates with the member who made them. */
  handwork?: {
    overrides: readonly (Omit<RecordHandwork["overrides"][number], "by"> & { byMemberId: string })[];
    added: readonly { candidate: string; byMemberId: string }[];
  };
  tieBreak?: TieBreakInput;
  costs: RecordCosts | null;
  /** The way from what runs today; null where nothing moves. */
  migration?: MigrationPlan | null;
  reconsider: readonly { text: string | MessageRef; now: string | null; ownerId: string | null; trigger?: RecordTrigger }[];
  accepted?: readonly { rule: string; text: MessageRef; byMemberId: string }[];
  putAside?: readonly { check: string; reason: string; byMemberId: string }[];
  versions: DecisionRecord["versions"];
};

/**
 * The record of a decision and, apart from it, who p1, p2, … are. Pure: the same input gives the same bytes, in any
 * order of answers and positions. People who left answers but are not in `members` are refused.
 * @example buildRecord(input).record.people[0] // { id: "p1", commitment: "…" }
 */
export function buildRecord(input: RecordInput): { record: DecisionRecord; people: NamedPerson[] } {
  const people = input.members.map((member, index) => ({ id: `p${index + 1}`, name: member.name, role: member.role, salt: member.salt }));
  const idOf = new Map(input.members.map((member, index) => [member.id, `p${index + 1}`]));
  const given = input.answers.filter((answer) => answer.unknown || answer.value !== null).toSorted(byFieldRoundPerson(idOf));

  const record = recordSchema.parse({
    format: RECORD_FORMAT,
    worksheet: toWorksheet(input.worksheet),
    frame: input.frame,
    people: people.map((person) => ({ id: person.id, commitment: commitmentOf(person) })),
    answers: given.filter((answer) => questionOfNote(answer.field) === null).map((answer) => toAnswer(answer, idOf)),
    notes: given.flatMap((answer) => toNote(answer, idOf)),
    ...toSpoken(input, idOf),
    ...toCauses(input, idOf),
    positions: input.positions.map((position) => toPosition(position, idOf)).toSorted((a, b) => compare(a.field, b.field)),
    evaluation: input.evaluation,
    ...toHandwork(input.handwork, idOf),
    ...recordTieBreak({ given: input.tieBreak, finalists: input.evaluation.shortlist.map(({ id }) => id), ids: idOf }),
    costs: input.costs && withAuthors(input.costs, idOf),
    decision: { chosen: input.chosen ?? null, sections: toSections(input.sections) },
    ...(input.migration && { migration: input.migration }),
    reconsider: input.reconsider.map(({ ownerId, ...item }) => ({ ...item, owner: owner(ownerId, idOf) })),
    ...signedBy("accepted", input.accepted, idOf),
    ...signedBy("putAside", input.putAside, idOf),
    versions: input.versions,
  });
  return { record, people };
}

type Ids = ReadonlyMap<string, string>;

function byFieldRoundPerson(idOf: Ids) {
  const order = new Map([...idOf.keys()].map((id, index) => [id, index]));
  return (a: AnswerView, b: AnswerView) =>
    compare(a.field, b.field) || a.round - b.round || (order.get(a.memberId) ?? -1) - (order.get(b.memberId) ?? -1);
}

function toAnswer(answer: AnswerView, idOf: Ids) {
  const { field, round, value, unknown, basis, reason, late } = answer;
  return { person: knownPerson(answer.memberId, idOf), field, round, value: unknown ? null : value, unknown, basis, reason, late };
}

/** English is left out, so that a record of an older version and one of today hash alike. */
function toWorksheet({ language, ...rest }: RecordInput["worksheet"]): DecisionRecord["worksheet"] {
  return language === undefined || language === "en" ? rest : { ...rest, language };
}

function toNote(answer: AnswerView, idOf: Ids) {
  const question = questionOfNote(answer.field);
  if (question === null || typeof answer.value !== "string" || answer.value === "") return [];
  return [{ person: knownPerson(answer.memberId, idOf), question, round: answer.round, text: answer.value, late: answer.late }];
}

/** Who typed for whom, of those who said anything. */
function toSpoken({ proxies = [], answers }: RecordInput, idOf: Ids) {
  const heard = proxies.filter(({ memberId }) => answers.some((answer) => answer.memberId === memberId));
  const spoken = heard.map(({ memberId, byMemberId }) => ({ person: knownPerson(memberId, idOf), by: idOf.get(byMemberId) ?? null }));
  return spoken.length === 0 ? {} : { spoken: spoken.toSorted((a, b) => compare(a.person, b.person)) };
}

/** A cause belongs to a later answer; one that was given and then cleared has none. */
function toCauses({ causes = [], answers }: RecordInput, idOf: Ids) {
  const isStanding = (cause: AnswerCause) =>
    answers.some(({ memberId, field, round }) => memberId === cause.memberId && field === cause.field && round > 1);
  const kept = causes
    .filter(isStanding)
    .map(({ memberId, field, cause }) => ({ person: knownPerson(memberId, idOf), field, cause }))
    .toSorted((a, b) => compare(a.field, b.field) || compare(a.person, b.person));
  return kept.length === 0 ? {} : { causes: kept };
}

function toPosition(position: RecordInput["positions"][number], idOf: Ids) {
  const { field, value, low, high, reached, reason, byMemberId } = position;
  return { field, value, low, high, reached, reason, by: owner(byMemberId, idOf) };
}

function toHandwork(handwork: RecordInput["handwork"], idOf: Ids): { handwork?: RecordHandwork } {
  if (!handwork || handwork.overrides.length + handwork.added.length === 0) return {};
  const byCandidate = (a: { candidate: string }, b: { candidate: string }) => compare(a.candidate, b.candidate);
  const by = (memberId: string) => idOf.get(memberId) ?? null;
  const overrides = handwork.overrides.map(({ candidate, action, reason, byMemberId }) => ({
    candidate,
    action,
    reason,
    by: by(byMemberId),
  }));
  const added = handwork.added.map(({ candidate, byMemberId }) => ({ candidate, by: by(byMemberId) }));
  return { handwork: { overrides: overrides.toSorted(byCandidate), added: added.toSorted(byCandidate) } };
}

function toSections(sections: RecordInput["sections"]) {
  const texts = new Map(sections.map((section) => [section.section, section.text]));
  return Object.fromEntries(DECISION_SECTIONS.map((section) => [section, texts.get(section) ?? ""]));
}

/** What people put their name to, by their p-id; nothing when there is none, so that older records keep their hash. */
function signedBy(key: "accepted" | "putAside", list: RecordInput["accepted"] | RecordInput["putAside"], idOf: Ids) {
  if (list === undefined || list.length === 0) return {};
  return { [key]: list.map(({ byMemberId, ...item }) => ({ ...item, by: owner(byMemberId, idOf) })) };
}

/** Whoever changed a price stands in the record like everybody else, never by a member id. */
function withAuthors(costs: RecordCosts, idOf: Ids): RecordCosts {
  if (costs.overrides === undefined) return costs;
  return { ...costs, overrides: costs.overrides.map((override) => ({ ...override, by: owner(override.by, idOf) })) };
}

function owner(memberId: string | null, idOf: Ids): string | null {
  return memberId === null ? null : (idOf.get(memberId) ?? null);
}

function knownPerson(memberId: string, idOf: Ids): string {
  const id = idOf.get(memberId);
  if (id === undefined) throw new Error(`The answer of member ${memberId} has no person in the record.`);
  return id;
}

function questionOfNote(field: string): QuestionId | null {
  const [question, rest] = field.split(".");
  const parsed = questionIdSchema.safeParse(question);
  return parsed.success && rest === NOTE_FIELD ? parsed.data : null;
}

// By code unit, not by locale: the record's bytes must not depend on where it is built.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
