import type { Messages } from "../messages/format";
import type { NamedPerson } from "../record/export-json";
import type { DecisionRecord } from "../record/schema";
import type { RecordTieBreak } from "../record/tie-break-schema";
import { CRITERIA } from "../tie-break/criteria";
import { combinedOrder, weightsOf } from "../tie-break/weights";
import { oneLine, plain } from "./block-text";
import { personName, questionName } from "./compose-context";
import { say } from "./say";
import type { AdrBlock } from "./schema";

type Input = { record: DecisionRecord; people: readonly NamedPerson[]; messages: Messages };

/**
 * How a tie among the finalists was settled: the outcome, the scores, whose order gave which weights. None where nobody scored
 * or ranked.
 * @example tieBreakBlocks({ record, people, messages }) // []
 */
export function tieBreakBlocks({ record, people, messages }: Input): AdrBlock[] {
  const { tieBreak } = record;
  if (tieBreak === undefined) return [];
  const { outcome, rankings } = tieBreak;
  const name = outcome.candidate === null ? "" : nameIn(record, outcome.candidate);
  const orders = rankings.map(({ person, order }) =>
    plain(
      say(messages, "adr.tieBreak.order", {
        name: nameOf(person, people, messages),
        order: order.map((one) => questionName(one, messages)).join(", "),
      }),
    ),
  );
  return [
    { kind: "heading", text: say(messages, "adr.tieBreak.heading") },
    { kind: "paragraph", text: plain(say(messages, `adr.tieBreak.outcome.${outcome.kind}`, { name: oneLine(name) })) },
    ...scoreTable({ record, tieBreak, messages }),
    ...(orders.length > 0 ? [{ kind: "paragraph", text: plain(weightText(tieBreak, messages)) } as const] : []),
    ...(orders.length > 0 ? [{ kind: "list", items: orders } as const] : []),
  ];
}

/**
 * What each expected before the list was shown, and what became of it. None where nobody was asked, or nothing was shown.
 * @example gutCheckBlocks({ record, people, messages }) // []
 */
export function gutCheckBlocks({ record, people, messages }: Input): AdrBlock[] {
  const guesses = record.gutChecks ?? [];
  if (guesses.length === 0) return [];
  const picked = [...new Set(guesses.flatMap(({ candidate }) => candidate ?? []))].map((id) => {
    const names = guesses.filter(({ candidate }) => candidate === id).map(({ person }) => nameOf(person, people, messages));
    return { id, names };
  });
  const items = picked
    .toSorted((a, b) => b.names.length - a.names.length)
    .map(({ id, names }) => {
      const params = { n: names.length, total: guesses.length, name: oneLine(nameIn(record, id)), people: names.join(", ") };
      return plain(`${say(messages, "adr.tieBreak.expected", params)} ${fateOf(record, id, messages)}`);
    });
  const silent = guesses.filter(({ candidate }) => candidate === null).length;
  return [
    { kind: "heading", text: say(messages, "adr.tieBreak.gutHeading") },
    { kind: "list", items: [...items, ...(silent > 0 ? [plain(say(messages, "adr.tieBreak.silent", { n: silent }))] : [])] },
  ];
}

function scoreTable({ record, tieBreak, messages }: { record: DecisionRecord; tieBreak: RecordTieBreak; messages: Messages }): AdrBlock[] {
  const { scores } = tieBreak;
  const candidates = [...new Set(scores.map(({ candidate }) => candidate))];
  if (candidates.length === 0) return [];
  const shown = CRITERIA.filter((criterion) => scores.some((one) => one.criterion === criterion));
  const scoreOf = (candidate: string, criterion: string) =>
    scores.find((one) => one.candidate === candidate && one.criterion === criterion)?.score;
  return [
    {
      kind: "table",
      caption: say(messages, "adr.tieBreak.scores"),
      columns: [
        { label: say(messages, "adr.tieBreak.criterion"), align: "left", width: 0.34 },
        ...candidates.map(
          (id) => ({ label: oneLine(nameIn(record, id)), align: "right", width: Number((0.66 / candidates.length).toFixed(3)) }) as const,
        ),
      ],
      rows: shown.map((criterion) => [
        questionName(criterion, messages),
        ...candidates.map((id) => String(scoreOf(id, criterion) ?? say(messages, "adr.unknown"))),
      ]),
    },
  ];
}

function weightText({ rankings }: RecordTieBreak, messages: Messages): string {
  const weights = weightsOf(
    combinedOrder(
      CRITERIA,
      rankings.map(({ order }) => order),
    ),
  );
  const inOrder = CRITERIA.toSorted((a, b) => weights[b] - weights[a]);
  const shareOf = (criterion: (typeof CRITERIA)[number]) => say(messages, "adr.percent", { n: Math.round(weights[criterion] * 100) });
  const list = inOrder.map((criterion) => `${questionName(criterion, messages)} ${shareOf(criterion)}`).join(", ");
  return say(messages, "adr.tieBreak.weights", { list });
}

function fateOf({ evaluation }: DecisionRecord, id: string, messages: Messages): string {
  const place = evaluation.shortlist.findIndex((entry) => entry.id === id);
  if (place >= 0) return say(messages, "adr.tieBreak.listed", { place: place + 1 });
  const candidate = evaluation.candidates.find((one) => one.id === id);
  if (candidate === undefined || candidate.leftAt === null) return say(messages, "adr.tieBreak.notListed");
  const rule = candidate.rules.find(({ effect, outcome }) => effect === "ELIM" && outcome === "fires")?.id ?? "";
  return say(messages, "adr.tieBreak.left", { step: questionName(candidate.leftAt, messages), rule });
}

function nameIn({ evaluation }: DecisionRecord, id: string): string {
  return evaluation.candidates.find((candidate) => candidate.id === id)?.name ?? id;
}

function nameOf(id: string | null, people: readonly NamedPerson[], messages: Messages): string {
  return id === null ? say(messages, "adr.process.somebody") : personName(id, people, messages);
}
