import { dayIn } from "../day-in";
import type { Messages } from "../messages/format";
import { localeOf } from "../messages/locale-of";
import type { AdrStatus, NamedPerson, RecordApproval } from "../record/export-json";
import type { DecisionRecord } from "../record/schema";
import { oneLine, plain, userBlocks } from "./block-text";
import { assumptionBlocks } from "./compose-assumptions";
import { contextBlocks, driverBlocks } from "./compose-context";
import { costBlocks } from "./compose-costs";
import { migrationBlocks } from "./compose-migration";
import { candidateBlocks, optionBlocks } from "./compose-options";
import { overrideBlocks } from "./compose-overrides";
import { processBlocks, signOffBlocks, verificationBlocks } from "./compose-process";
import { relationBlocks } from "./compose-relations";
import { stripBlocks } from "./compose-strips";
import { doubtText, isDoubt, lookAgain, summaryOf } from "./compose-summary";
import { adrFileName } from "./file-name";
import { formatDay } from "./format-value";
import { say } from "./say";
import type { AdrApproval, AdrBlock, AdrDocument, AdrRelations, AdrSeal, AdrSection, AdrSectionId } from "./schema";

export type AdrInput = {
  record: DecisionRecord;
  people: readonly NamedPerson[];
  status: AdrStatus;
  number: number | null;
  /** When the decision fell, in UTC; null while it is open. */
  decidedAt: string | null;
  approvals: readonly RecordApproval[];
  /** The record's hash, or null for a draft that was never frozen. */
  sha256: string | null;
  revision: number | null;
  /** What it replaces and is replaced by; none when left out. */
  relations?: AdrRelations;
  /** Only for the text of a file that is about to be sealed. */
  seal?: AdrSeal | undefined;
  messages: Messages;
};

/**
 * The record as a document, from which Markdown and PDF are drawn. Pure: the same input gives the same document. Every
 * candidate of the record has a row; sections the team left blank are left out, dissent and reconsider excepted.
 * @example composeAdr(input).fileName // "0003-which-database-stores-orders.md"
 */
export function composeAdr(input: AdrInput): AdrDocument {
  const { record, people, status, number, decidedAt, sha256, revision, messages } = input;
  const approvals = input.approvals.map((approval) => toApproval(approval, messages));
  const title = oneLine(record.worksheet.title);
  const date = decidedAt === null ? null : dayIn(decidedAt, record.worksheet.timeZone);
  const statusWord = say(messages, `adr.status.${status}`);
  return {
    lang: localeOf(messages),
    title,
    label: number === null ? say(messages, "adr.label.open") : say(messages, "adr.label.numbered", { number: padded(number) }),
    number,
    status,
    statusText: date === null ? statusWord : say(messages, "adr.statusOn", { status: statusWord, day: formatDay(messages, date) }),
    date,
    revision,
    sha256,
    fileName: adrFileName(number, title),
    chosen: record.evaluation.candidates.find((candidate) => candidate.id === record.decision.chosen)?.name ?? null,
    relations: input.relations ?? NO_RELATIONS,
    people: peopleOf(people, approvals),
    summary: summaryOf({ record, people, approvals, messages }),
    approvals,
    sections: sectionsOf(input, approvals),
  };
}

const NO_RELATIONS: AdrRelations = { supersededBy: [], supersedes: [] };

function sectionsOf(input: AdrInput, approvals: readonly AdrApproval[]): AdrSection[] {
  const { record, people, status, sha256, revision, messages } = input;
  const { sections } = record.decision;
  const blocks: [AdrSectionId, AdrBlock[]][] = [
    ["relations", relationBlocks(input.relations ?? NO_RELATIONS, messages)],
    ["outcome", outcomeBlocks(record, messages)],
    ["context", contextBlocks(record, messages)],
    ["drivers", driverBlocks(record, messages)],
    ["options", optionBlocks(record, messages)],
    ["implementation", userBlocks(sections.implementation ?? "", ["decision"])],
    ["migration", migrationBlocks(record, messages)],
    ["good", userBlocks(sections.consequences_good, ["decision"])],
    ["bad", userBlocks(sections.consequences_bad, ["decision"])],
    ["costs", [...costBlocks(record, messages), ...overrideBlocks({ record, people, messages })]],
    ["assumptions", [...stripBlocks({ record, people, messages }), ...assumptionBlocks(record, messages)]],
    ["reconsider", [{ kind: "list", items: lookAgain({ record, people, messages }) }]],
    ["dissent", dissentBlocks(record, approvals, messages)],
    ["exit-plan", userBlocks(sections.exit_plan, ["decision"])],
    ["candidates", candidateBlocks(record, messages)],
    ["process", processBlocks({ record, people, messages })],
    ["sign-off", signOffBlocks({ approvals, revision, isAccepted: status === "accepted", messages })],
    ["verification", verificationBlocks({ sha256, seal: input.seal ?? null }, messages)],
  ];
  return blocks.flatMap(([id, content]) =>
    content.length === 0 ? [] : { id, heading: say(messages, `adr.heading.${id}`), blocks: content },
  );
}

function outcomeBlocks(record: DecisionRecord, messages: Messages): AdrBlock[] {
  const { choice, why, alternatives } = record.decision.sections;
  const words = (key: string) => say(messages, key);
  const choiceBlocks = userBlocks(choice, ["decision"]);
  const whyBlocks = userBlocks(why, ["decision"]);
  const against = userBlocks(alternatives, ["decision"]);
  return [
    ...(choiceBlocks.length > 0 ? choiceBlocks : [{ kind: "paragraph", text: plain(words("adr.summary.noChoice")) } as const]),
    ...(whyBlocks.length === 0 ? [] : [{ kind: "heading", text: words("adr.heading.why") } as const, ...whyBlocks]),
    ...(against.length === 0 ? [] : [{ kind: "heading", text: words("adr.heading.alternatives") } as const, ...against]),
  ];
}

function dissentBlocks(record: DecisionRecord, approvals: readonly AdrApproval[], messages: Messages): AdrBlock[] {
  const written = userBlocks(record.decision.sections.dissent, ["dissent"]);
  const spoken = approvals.filter(isDoubt).map((approval): AdrBlock => {
    const { name, verdict, comment } = approval;
    if (comment === "") return { kind: "paragraph", text: plain(doubtText(approval, messages)) };
    if (verdict === "disagree_and_commit") return { kind: "quote", text: comment, by: name };
    // A quotation under this heading reads as dissent, so whoever only hesitates is said to.
    const by = say(messages, "adr.summary.reservedBy", { name, verdict: say(messages, `adr.signOff.verdicts.${verdict}`) });
    return { kind: "quote", text: comment, by };
  });
  const all = [...written, ...spoken];
  return all.length > 0 ? all : [{ kind: "paragraph", text: plain(say(messages, "adr.summary.noDissent")) }];
}

function toApproval(approval: RecordApproval, messages: Messages): AdrApproval {
  const { name, verdict, assurance, how, at, isStale } = approval;
  const word = say(messages, `adr.signOff.verdicts.${verdict}`);
  const comment = approval.comment.trim();
  const said = comment === "" ? word : say(messages, "adr.signOff.quoted", { verdict: word, comment: oneLine(comment) });
  return {
    name: oneLine(name),
    verdict,
    verdictText: isStale ? say(messages, "adr.signOff.stale", { verdict: said }) : said,
    comment,
    assurance,
    how,
    assuranceText: [
      say(messages, "adr.signOff.assuranceText", { level: assurance, how: say(messages, `adr.signOff.how.${how}`) }),
      ...provenance(approval, messages),
    ].join(", "),
    at,
    isStale,
  };
}

/** What the level rests on: where a link was sent, how a passkey came to be, whose place was taken. */
function provenance({ statement }: RecordApproval, messages: Messages): string[] {
  if (statement === undefined) return [];
  const { mailedTo, enrolment, delegatedBy } = statement;
  return [
    ...(mailedTo === null ? [] : [say(messages, "adr.signOff.sentTo", { to: mailedTo })]),
    ...(enrolment === null
      ? []
      : [say(messages, `adr.signOff.enrolled.${enrolment.how}`, { date: enrolment.at.slice(0, 10), to: enrolment.mailedTo ?? "" })]),
    ...(delegatedBy === null ? [] : [say(messages, "adr.signOff.delegatedBy", { name: oneLine(delegatedBy) })]),
  ];
}

function peopleOf(people: readonly NamedPerson[], approvals: readonly AdrApproval[]): AdrDocument["people"] {
  const named = people.flatMap((person) => (person.name === null ? [] : { name: oneLine(person.name), role: person.role }));
  const withRole = (...roles: string[]) =>
    named.filter((person) => person.role !== null && roles.includes(person.role)).map((person) => person.name);
  const decisionMakers = [...new Set([...approvals.map((approval) => approval.name), ...withRole("approver")])];
  const consulted = withRole("facilitator", "member").filter((name) => !decisionMakers.includes(name));
  return { decisionMakers, consulted: [...new Set(consulted)], informed: withRole("observer") };
}

function padded(number: number): string {
  return String(number).padStart(4, "0");
}
