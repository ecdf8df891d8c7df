import { FIELDS, type FieldDef } from "@/lib/domain/answers/fields";
import type { Answers } from "@/lib/domain/answers/schema";
import { withAnswer } from "@/lib/domain/engine/answer-path";
import { CATALOGUE_FACTS, type Facts } from "@/lib/domain/engine/facts";
import { factsOfCustom } from "@/lib/domain/engine/facts-of-custom";
import { judgeAll } from "@/lib/domain/engine/judge";
import { needOf } from "@/lib/domain/engine/need";
import { RANK_READS, rank } from "@/lib/domain/engine/rank";
import { RULES } from "@/lib/domain/engine/rules";
import type { CustomSystem, Flip, Override } from "@/lib/domain/engine/schema";

export type WhatIfChange = { field: string; to: Flip["change"]["to"] };
export type ListedLine = { id: string; name: string };
export type GoneLine = ListedLine & { /** Ids of the rules that take it off now; none where others are merely simpler. */ rules: string[] };
export type WhatIfList = { list: ListedLine[]; added: string[]; gone: GoneLine[] };

type Base = { answers: Answers; custom: readonly CustomSystem[]; overrides: readonly Override[]; today: string };

const READ = new Set([...RANK_READS, ...RULES.flatMap((rule) => rule.reads)]);
const ANSWERED_BY_HAND = new Set(["choice", "ordinal", "multi", "number"]);

/** Fields whose answer can move the list, and that one control can change. */
export const WHAT_IF_FIELDS: readonly FieldDef[] = FIELDS.filter(({ path, type }) => READ.has(path) && ANSWERED_BY_HAND.has(type));

/** The answers with some of them changed; `to: null` leaves one open. */
function changedAnswers(answers: Answers, changes: readonly WhatIfChange[]): Answers {
  return changes.reduce((kept, { field, to }) => withAnswer(kept, field, to ?? undefined), answers);
}

/** Lists with other answers beside the list as it is, which is worked out once: who joins it, who leaves it and why. */
export function whatIfFrom(base: Base): (changes: readonly WhatIfChange[]) => WhatIfList {
  const systems = [...CATALOGUE_FACTS, ...base.custom.map(factsOfCustom)].filter(isListable);
  const before = listOf(base, systems, base.answers);
  return (changes) => {
    const after = listOf(base, systems, changedAnswers(base.answers, changes));
    const ids = new Set(after.list.map(({ id }) => id));
    return {
      list: after.list,
      added: after.list.map(({ id }) => id).filter((id) => !before.list.some((one) => one.id === id)),
      gone: before.list.filter(({ id }) => !ids.has(id)).map((one) => ({ ...one, rules: after.removedBy(one.id) })),
    };
  };
}

/** Services and tools never stand on the list, and what the rules say of them moves nobody. */
function isListable({ hosts, kind }: Facts): boolean {
  return hosts.length === 0 && kind !== "tool";
}

function listOf({ overrides, today }: Base, systems: readonly Facts[], answers: Answers) {
  const need = needOf(answers, today);
  const judged = judgeAll({ need, systems });
  const { shortlist } = rank({ need, judged, overrides: new Map(overrides.map((one) => [one.candidate, one])) });
  return {
    list: shortlist.map(({ facts: { id, name } }) => ({ id, name })),
    removedBy: (id: string) => judged.get(id)?.eliminatedBy.map((rule) => rule.id) ?? [],
  };
}
