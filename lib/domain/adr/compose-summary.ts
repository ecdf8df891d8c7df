import type { Messages } from "../messages/format";
import type { NamedPerson } from "../record/export-json";
import type { DecisionRecord, ReconsiderItem } from "../record/schema";
import { oneLine, plain, userBlocks } from "./block-text";
import { personName } from "./compose-context";
import { costSentence } from "./compose-costs";
import { movingClause } from "./compose-migration";
import { say, wordsOf } from "./say";
import type { AdrApproval, AdrSummary, AdrText } from "./schema";

type SummaryInput = { record: DecisionRecord; people: readonly NamedPerson[]; approvals: readonly AdrApproval[]; messages: Messages };

/**
 * The decision on one page: the sentence, why, instead of what, what it costs, who disagrees, when to look again and how
 * sure the team is. Blank sections say so.
 * @example summaryOf(input).headline // "We store orders in PostgreSQL, run by Amazon RDS."
 */
export function summaryOf(input: SummaryInput): AdrSummary {
  const { record, messages } = input;
  const { sections } = record.decision;
  const words = (key: string) => say(messages, `adr.summary.${key}`);
  return {
    headline: oneLine(sections.choice) || words("noChoice"),
    why: sections.why.trim() || words("noWhy"),
    insteadOf: sections.alternatives.trim() || words("noAlternatives"),
    othersLeft: record.evaluation.candidates.filter((candidate) => candidate.leftAt !== null).length,
    itCosts: costSentence(record, messages),
    dissent: dissentText(input) || words("noDissent"),
    lookAgain: lookAgain(input),
    howSure: howSure(record, messages),
    moving: movingClause(record, messages),
  };
}

/**
 * When the team looks again: the triggers with where they stand and who watches them, then the team's own lines.
 * @example lookAgain(input)[0] // { text: "peak writes pass 10,000 a second", note: "(now 35, owner Bo)", sources: [] }
 */
export function lookAgain(input: Pick<SummaryInput, "record" | "people" | "messages">): AdrText[] {
  const { record, people, messages } = input;
  const items = record.reconsider.map((item) => plain(reconsiderText(item, messages), [], triggerNote(item, people, messages)));
  const own = userBlocks(record.decision.sections.reconsider).flatMap((block) => {
    if (block.kind === "list") return block.items;
    return block.kind === "paragraph" ? block.text.text.split("\n").map((line) => plain(line)) : [];
  });
  // A trigger that was taken from the text is said once, with what is known about it.
  const said = new Set(items.map((item) => item.text));
  const all = [...items, ...own.filter((line) => !said.has(oneLine(line.text)))];
  return all.length === 0 ? [plain(say(messages, "adr.summary.noReconsider"))] : all;
}

/**
 * True for a verdict that still counts and is anything but a plain yes: a reservation, a disagreement or a refusal.
 * @example isDoubt({ ...approval, verdict: "approve_with_reservation", isStale: false }) // true
 */
export function isDoubt({ verdict, isStale }: AdrApproval): boolean {
  return verdict !== "approve" && !isStale;
}

/**
 * A doubt in one line, with its comment as a quotation when there is one.
 * @example doubtText(approval, messages) // "Bo approves with reservation: “Test the restore first.”"
 */
export function doubtText({ name, verdict, comment }: AdrApproval, messages: Messages): string {
  const word = say(messages, `adr.signOff.verdicts.${verdict}`);
  if (comment === "") return say(messages, "adr.summary.dissentsSilently", { name, verdict: word });
  return say(messages, "adr.summary.dissents", { name, verdict: word, comment: oneLine(comment) });
}

function reconsiderText(item: ReconsiderItem, messages: Messages): string {
  if (typeof item.text === "string") return oneLine(item.text);
  return wordsOf(messages, item.text) ?? item.text.id;
}

function triggerNote(item: ReconsiderItem, people: readonly NamedPerson[], messages: Messages): string {
  const owner = item.owner === null ? null : personName(item.owner, people, messages);
  const parts = [
    ...(item.now === null ? [] : [say(messages, "adr.summary.nowPart", { now: item.now })]),
    ...(owner === null ? [] : [say(messages, "adr.summary.ownerPart", { owner })]),
    ...(item.trigger === undefined || item.trigger.measuredAt === ""
      ? []
      : [say(messages, "adr.summary.measuredPart", { where: item.trigger.measuredAt })]),
  ];
  return parts.length === 0 ? "" : `(${parts.join(", ")})`;
}

function dissentText({ record, approvals, messages }: SummaryInput): string {
  const lines = approvals.filter(isDoubt).map((approval) => doubtText(approval, messages));
  // On one page a quotation is told by its author's name, not by its marks.
  const written = record.decision.sections.dissent.replaceAll(/^>[ \t]?/gmu, "").trim();
  return [written, ...lines].filter(Boolean).join("\n");
}

function howSure(record: DecisionRecord, messages: Messages): string {
  const known = record.answers.filter((answer) => !answer.unknown);
  if (known.length === 0) return say(messages, "adr.summary.noAnswers");
  const n = known.filter((answer) => answer.basis === "measured").length;
  const measured = say(messages, "adr.summary.measured", { n, total: known.length });
  const { survival } = record.evaluation;
  if (survival === null) return measured;
  return `${say(messages, "adr.summary.survival", { percent: String(Math.round(survival * 100)) })} ${measured}`;
}
