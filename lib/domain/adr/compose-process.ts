import type { Messages } from "../messages/format";
import type { NamedPerson } from "../record/export-json";
import type { DecisionRecord } from "../record/schema";
import { oneLine, plain } from "./block-text";
import { personName, questionName } from "./compose-context";
import { acceptedBlocks, putAsideBlocks } from "./compose-marks";
import { gutCheckBlocks, tieBreakBlocks } from "./compose-tie-break";
import { fieldLabel, formatInstant } from "./format-value";
import { say, wordsOf } from "./say";
import type { AdrApproval, AdrBlock, AdrSeal } from "./schema";

type Input = { record: DecisionRecord; people: readonly NamedPerson[]; messages: Messages };

/**
 * Who took part and how: people with roles, how many answers in how many rounds, late answers, the notes of "something
 * others may not know" verbatim, warnings that stood, and the versions used.
 * @example processBlocks({ record, people, messages })[0].kind // "paragraph"
 */
export function processBlocks(input: Input): AdrBlock[] {
  const { record, people, messages } = input;
  const rounds = Math.max(1, ...record.answers.map((answer) => answer.round));
  const late = new Set(record.answers.filter((answer) => answer.late).map((answer) => answer.person)).size;
  const count = say(messages, "adr.process.people", { n: record.people.length });
  const answered = say(messages, "adr.process.answers", { n: record.answers.length, rounds });
  const lateText = late === 0 ? "" : say(messages, "adr.process.late", { n: late });
  const named = record.people.map(({ id }) => plain(personWithRole(id, people, messages), [id]));
  return [
    { kind: "paragraph", text: plain([count, record.answers.length === 0 ? "" : answered, lateText].filter(Boolean).join(" ")) },
    ...(named.length === 0 ? [] : [{ kind: "list", items: named } as const]),
    ...spokenBlocks(input),
    ...causeBlocks(input),
    ...handworkBlocks(input),
    ...tieBreakBlocks(input),
    ...gutCheckBlocks(input),
    ...noteBlocks(input),
    ...warningBlocks(record, messages),
    ...acceptedBlocks(input),
    ...putAsideBlocks(input),
    { kind: "paragraph", text: plain(say(messages, "adr.process.versions", record.versions)) },
  ];
}

/**
 * The approvals of this revision as a table; a sentence when there is none.
 * @example signOffBlocks({ approvals: [], revision: null, isAccepted: false, messages })[0].kind // "paragraph"
 */
export function signOffBlocks(input: {
  approvals: readonly AdrApproval[];
  revision: number | null;
  isAccepted: boolean;
  messages: Messages;
}): AdrBlock[] {
  const { approvals, revision, isAccepted, messages } = input;
  const words = (key: string) => say(messages, `adr.signOff.${key}`);
  if (revision === null) return [{ kind: "paragraph", text: plain(words("draft")) }];
  if (approvals.length === 0) return [{ kind: "paragraph", text: plain(say(messages, "adr.signOff.waiting", { n: String(revision) })) }];
  return [
    {
      kind: "table",
      caption: say(messages, isAccepted ? "adr.signOff.heading" : "adr.signOff.soFar", { n: String(revision) }),
      columns: [
        { label: words("name"), align: "left", width: 0.23 },
        { label: words("verdict"), align: "left", width: 0.36 },
        { label: words("assurance"), align: "left", width: 0.18 },
        { label: words("time"), align: "left", width: 0.23 },
      ],
      rows: approvals.map((approval) => [
        approval.name,
        approval.verdictText,
        approval.assuranceText,
        formatInstant(messages, approval.at),
      ]),
    },
  ];
}

/**
 * How anyone can check the record: the hash and what it does not prove; for a draft, that there is no hash yet.
 * @example verificationBlocks({ sha256: null, seal: null }, messages).length // 1
 */
export function verificationBlocks({ sha256, seal }: { sha256: string | null; seal: AdrSeal | null }, messages: Messages): AdrBlock[] {
  const paragraph = (key: string, params: Record<string, string> = {}): AdrBlock => ({
    kind: "paragraph",
    text: plain(say(messages, `adr.verification.${key}`, params)),
  });
  if (sha256 === null) return [paragraph("draft")];
  if (seal === null) return [paragraph("hash", { sha256 }), paragraph("how"), paragraph("not")];
  const verifier = seal.verifierSha256 === null ? [] : [paragraph("verifier", { sha256: seal.verifierSha256 })];
  return [
    paragraph("hash", { sha256 }),
    paragraph("how"),
    paragraph("sealed", { url: seal.verifyUrl }),
    paragraph("root", { fingerprint: seal.rootFingerprint, url: seal.rootUrl }),
    ...verifier,
    paragraph("not"),
  ];
}

function personWithRole(id: string, people: readonly NamedPerson[], messages: Messages): string {
  const name = personName(id, people, messages);
  const role = people.find((person) => person.id === id)?.role;
  return role ? say(messages, "adr.process.person", { name, role: say(messages, `adr.process.role.${role}`) }) : name;
}

/** Whose answers were spoken and typed by somebody else. */
function spokenBlocks({ record, people, messages }: Input): AdrBlock[] {
  const sentences = (record.spoken ?? []).map(({ person, by }) => {
    const words = { name: personName(person, people, messages), by: somebody(by, people, messages) };
    return say(messages, "adr.process.spoken", words);
  });
  return sentences.length === 0 ? [] : [{ kind: "paragraph", text: plain(sentences.join(" ")) }];
}

/** Why people gave another answer after they had seen everybody's. */
function causeBlocks({ record, people, messages }: Input): AdrBlock[] {
  const items = (record.causes ?? []).map(({ person, field, cause }) => {
    const words = { name: personName(person, people, messages), field: fieldLabel(messages, field) };
    return plain(oneLine(say(messages, `adr.process.cause.${cause}`, words)));
  });
  if (items.length === 0) return [];
  return [
    { kind: "heading", text: say(messages, "adr.process.causes") },
    { kind: "list", items },
  ];
}

function somebody(id: string | null, people: readonly NamedPerson[], messages: Messages): string {
  return id === null ? say(messages, "adr.process.somebody") : personName(id, people, messages);
}

/** What was done to the list by hand: who added what, who put what back or aside, and why. */
function handworkBlocks(input: Input): AdrBlock[] {
  const { record, people, messages } = input;
  if (record.handwork === undefined) return [];
  const nameOf = (id: string) => record.evaluation.candidates.find((candidate) => candidate.id === id)?.name ?? id;
  const who = (id: string | null) => somebody(id, people, messages);
  const added = record.handwork.added.map(({ candidate, by }) =>
    plain(oneLine(say(messages, "adr.process.added", { name: who(by), candidate: nameOf(candidate) }))),
  );
  const overrides = record.handwork.overrides.map(({ candidate, action, reason, by }) =>
    plain(oneLine(say(messages, `adr.process.override.${action}`, { name: who(by), candidate: nameOf(candidate), reason }))),
  );
  return [
    { kind: "heading", text: say(messages, "adr.process.byHand") },
    { kind: "list", items: [...added, ...overrides] },
  ];
}

function noteBlocks(input: Input): AdrBlock[] {
  const { record, people, messages } = input;
  if (record.notes.length === 0) return [];
  const quotes = record.notes.map((note) => {
    const by = { name: personName(note.person, people, messages), question: questionName(note.question, messages) };
    return { kind: "quote", text: note.text, by: say(messages, "adr.process.note", by) } as const;
  });
  return [{ kind: "heading", text: say(messages, "adr.process.notes") }, ...quotes];
}

function warningBlocks(record: DecisionRecord, messages: Messages): AdrBlock[] {
  if (record.evaluation.warnings.length === 0) return [];
  const items = record.evaluation.warnings.map((warning) => {
    const text = wordsOf(messages, warning.text) ?? say(messages, "adr.options.fired", { rule: warning.id });
    return plain(oneLine(text), [warning.id], warning.id);
  });
  return [
    { kind: "heading", text: say(messages, "adr.process.warnings") },
    { kind: "list", items },
  ];
}
