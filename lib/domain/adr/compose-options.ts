import { QUESTION_IDS } from "../answers/schema";
import type { Messages } from "../messages/format";
import type { RecordCandidate, RecordRule } from "../record/evaluation-schema";
import type { DecisionRecord } from "../record/schema";
import { oneLine, plain } from "./block-text";
import { questionName } from "./compose-context";
import { fieldLabel, formatFieldValue } from "./format-value";
import { say, wordsOf } from "./say";
import type { AdrBlock } from "./schema";

/**
 * The finalists and the near misses, and how many more stand in the list of every candidate.
 * @example optionBlocks(record, messages)[0].kind // "list"
 */
export function optionBlocks(record: DecisionRecord, messages: Messages): AdrBlock[] {
  const { candidates } = record.evaluation;
  const near = candidates.filter((candidate) => candidate.status === "shortlisted" || candidate.status === "near-miss");
  const items = near.toSorted(byStatus).map((candidate) => plain(candidate.name, ruleIds(candidate), noteOf(candidate, record, messages)));
  const blocks: AdrBlock[] = [];
  if (!near.some((candidate) => candidate.status === "shortlisted")) {
    blocks.push({ kind: "paragraph", text: plain(say(messages, "adr.options.none")) });
  }
  if (items.length > 0) blocks.push({ kind: "list", items });
  const rest = candidates.length - near.length;
  if (rest > 0) blocks.push({ kind: "paragraph", text: plain(say(messages, "adr.options.others", { n: rest })) });
  return blocks;
}

/**
 * Every candidate of the record, one line each: what happened to it, the rules that spoke, and the answer and fact
 * behind the first of them. Above the table, the funnel: how many left at which question.
 * @example candidateBlocks(record, messages).at(-1).rows.length // 87, one for each candidate
 */
export function candidateBlocks(record: DecisionRecord, messages: Messages): AdrBlock[] {
  const { candidates } = record.evaluation;
  const word = (key: string) => say(messages, `adr.options.${key}`);
  const hasSources = candidates.some((candidate) => firedRules(candidate).some((rule) => rule.source.facts.length > 0));
  const sources = say(messages, "adr.options.sources", { catalogue: record.versions.catalogue });
  return [
    ...funnel(candidates, messages),
    ...(hasSources ? [{ kind: "paragraph", text: plain(sources) } as const] : []),
    {
      kind: "table",
      caption: "",
      columns: [
        { label: word("candidate"), align: "left", width: 0.2 },
        { label: word("outcome"), align: "left", width: 0.17 },
        { label: word("rules"), align: "left", width: 0.13 },
        { label: word("reason"), align: "left", width: 0.5 },
      ],
      rows: candidates.toSorted(byStatus).map((candidate) => rowOf(candidate, messages)),
    },
  ];
}

const STATUS_ORDER: RecordCandidate["status"][] = ["shortlisted", "near-miss", "remaining", "eliminated", "filed", "hosting"];

function byStatus(a: RecordCandidate, b: RecordCandidate): number {
  return STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status);
}

function funnel(candidates: readonly RecordCandidate[], messages: Messages): AdrBlock[] {
  const total = candidates.length;
  const stages = ["frame", ...QUESTION_IDS];
  const left = stages.map((stage) => candidates.filter((candidate) => candidate.leftAt === stage).length);
  const items = stages.flatMap((stage, index) => {
    const n = left[index] ?? 0;
    const rest = total - left.slice(0, index + 1).reduce((sum, count) => sum + count, 0);
    return n === 0 ? [] : [plain(say(messages, "adr.options.left", { n, question: questionName(stage, messages), rest }))];
  });
  const lead: AdrBlock = { kind: "paragraph", text: plain(say(messages, "adr.options.funnel", { n: total })) };
  if (items.length === 0) return [lead];
  const bars = stages.flatMap((stage, index) => {
    if ((left[index] ?? 0) === 0) return [];
    const stayed = total - left.slice(0, index + 1).reduce((sum, count) => sum + count, 0);
    return [{ label: questionName(stage, messages), stayed, text: String(stayed) }];
  });
  const start = { label: say(messages, "adr.options.start"), stayed: total, text: String(total) };
  const title = say(messages, "adr.options.funnelTitle");
  const description = say(messages, "adr.options.funnelDescription", { n: total, rest: bars.at(-1)?.stayed ?? total });
  return [lead, { kind: "funnel", title, description, bars: [start, ...bars] }, { kind: "list", items }];
}

function rowOf(candidate: RecordCandidate, messages: Messages): string[] {
  return [candidate.name, statusText(candidate, messages), ruleIds(candidate).join(", "), reasonText(candidate, messages)];
}

function statusText(candidate: RecordCandidate, messages: Messages): string {
  if (candidate.leftAt === null) return say(messages, `adr.options.${candidate.status}`);
  return say(messages, "adr.options.leftAt", { question: questionName(candidate.leftAt, messages) });
}

function noteOf(candidate: RecordCandidate, record: DecisionRecord, messages: Messages): string {
  const rules = candidate.status === "near-miss" ? ruleIds(candidate) : [];
  const isChosen = candidate.id === record.decision.chosen;
  const words = isChosen ? say(messages, "adr.options.chosen") : say(messages, `adr.options.${candidate.status}`);
  const isBack = candidate.override?.action === "restore";
  const isOurs = record.handwork?.added.some((added) => added.candidate === candidate.id) ?? false;
  const byHand = [isBack ? say(messages, "adr.options.back") : "", isOurs ? say(messages, "adr.options.ours") : ""].filter(Boolean);
  return [words, ...byHand, ...rules].join(", ");
}

/** Rules that took the candidate off the list first, then conditions, then the ones that fired softly. */
function firedRules(candidate: RecordCandidate): RecordRule[] {
  const rank = (rule: RecordRule) => ["ELIM", "COND"].indexOf(rule.effect.split(" ")[0] ?? "");
  const hard = candidate.rules.filter((rule) => rule.outcome === "fires" && rank(rule) !== -1).toSorted((a, b) => rank(a) - rank(b));
  return hard.length > 0 ? hard : candidate.rules.filter((rule) => rule.outcome === "fires");
}

function ruleIds(candidate: RecordCandidate): string[] {
  return [...new Set(firedRules(candidate).map((rule) => rule.id))];
}

function reasonText(candidate: RecordCandidate, messages: Messages): string {
  if (candidate.override !== null) {
    return say(messages, `adr.options.override.${candidate.override.action}`, { reason: oneLine(candidate.override.reason) });
  }
  const [first] = firedRules(candidate);
  if (first === undefined) return unknownText(candidate, messages);
  const words = wordsOf(messages, first.text) ?? say(messages, "adr.options.fired", { rule: first.id });
  const because = [answersText(first, messages), factText(first, messages)].filter(Boolean).join("; ");
  return [words, because === "" ? "" : `(${because})`, comesBackText(candidate, messages)].filter(Boolean).join(" ");
}

function comesBackText(candidate: RecordCandidate, messages: Messages): string {
  const changes = candidate.comesBackIf.map(({ field, to }) => {
    const question = fieldLabel(messages, field);
    const isBlank = to === null || (Array.isArray(to) && to.length === 0);
    if (isBlank) return say(messages, "adr.options.blank", { question });
    return say(messages, "adr.options.change", { question, value: formatFieldValue(messages, field, to) });
  });
  const [first, ...rest] = [...new Set(changes)];
  if (first === undefined) return "";
  const conditions = rest.length === 0 ? first : say(messages, "adr.options.or", { first, rest: rest.join("; ") });
  return say(messages, "adr.options.comesBack", { conditions });
}

/** A candidate that stands although a hard rule could not be told must say so: unknown is not a pass. */
function unknownText(candidate: RecordCandidate, messages: Messages): string {
  const isHard = (rule: RecordRule) => rule.outcome === "unknown" && (rule.effect === "ELIM" || rule.effect === "COND");
  const ids = [...new Set(candidate.rules.filter(isHard).map((rule) => rule.id))];
  return ids.length === 0 ? say(messages, "adr.options.noRule") : say(messages, "adr.options.unknownRules", { rules: ids.join(", ") });
}

function answersText(rule: RecordRule, messages: Messages): string {
  const answers = rule.answers.map(({ path, value }) => {
    return say(messages, "adr.options.answer", { field: fieldLabel(messages, path), value: formatFieldValue(messages, path, value) });
  });
  return answers.length === 0 ? "" : say(messages, "adr.options.because", { answers: answers.join(", ") });
}

function factText(rule: RecordRule, messages: Messages): string {
  if (rule.fact === null) return "";
  const { field, value } = rule.fact;
  const sources = rule.source.facts.length === 0 ? "" : ` [${rule.source.facts.join(", ")}]`;
  return say(messages, "adr.options.fact", { facts: `${field} = ${factValue(value, messages)}${sources}` });
}

function factValue(value: NonNullable<RecordRule["fact"]>["value"], messages: Messages): string {
  if (value === null) return say(messages, "adr.unknown");
  if (typeof value === "boolean") return say(messages, value ? "adr.yes" : "adr.no");
  if (Array.isArray(value)) return value.map((item) => factValue(item, messages)).join(", ") || say(messages, "adr.none");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${factValue(inner, messages)}`)
    .join("; ");
}
