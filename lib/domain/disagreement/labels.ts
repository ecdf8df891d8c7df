import type { FieldDef } from "../answers/fields";
import { type Camp, isCompared, isList } from "./camps";
import { differenceWords, type MessageRef } from "./message-ref";
import { agreementA } from "./ordinal-agreement";
import { toSignificant } from "./rounding";

type Shape = { field: FieldDef; camps: readonly Camp[]; n: number; ratio: number | null; agreed: boolean };

/** From here on van der Eijk's A says something; below, only counts and ranges do. */
const ENOUGH_FOR_CAMPS = 5;

/**
 * The word for a field's answers: counts and endpoints decide it, never a coefficient alone, and two people never get
 * a statistic. Example: one of five differing on a single choice gives `differences.labels.allButOne`.
 */
export function labelOf(shape: Shape): MessageRef {
  const { field, camps, n, agreed } = shape;
  if (n === 0) return differenceWords("labels.noAnswer");
  if (n === 1) return differenceWords("labels.oneAnswer");
  if (!isCompared(field)) return differenceWords("labels.collected");
  if (agreed) return differenceWords(field.type === "number" && camps.length > 1 ? "labels.sameNumber" : "labels.agreed");
  if (n === 2) return differenceWords("labels.twoAnswers");
  if (field.type === "number") return numberLabel(shape.ratio);
  if (field.type === "ordinal") return ordinalLabel(shape);
  if (isList(field)) return listLabel(shape);
  return choiceLabel(shape);
}

/** The counts or endpoints beside the word. Example: 50 to 5000 gives `differences.details.endpoints` with low 50 and high 5000. */
export function detailOf({ field, camps, n }: Shape): MessageRef | null {
  const first = camps[0];
  const last = camps.at(-1);
  if (!first || !last) return null;
  if (field.type === "number") {
    const low = Number(first.value);
    const high = Number(last.value);
    return low === high ? differenceWords("details.all", { n }) : differenceWords("details.endpoints", { low, high });
  }
  if (camps.every((camp) => camp.memberIds.length === n)) return differenceWords("details.all", { n });
  const largest = camps.reduce((best, camp) => (camp.memberIds.length > best.memberIds.length ? camp : best), first);
  const isAlone = camps.filter((camp) => camp.memberIds.length === largest.memberIds.length).length === 1;
  if (isList(field) || !isAlone) return null;
  return differenceWords("details.largestCamp", { count: largest.memberIds.length, n, option: String(largest.value) });
}

function numberLabel(ratio: number | null): MessageRef {
  if (ratio === null) return differenceWords("labels.apart");
  if (ratio <= 3) return differenceWords("labels.sameBallpark");
  if (ratio <= 10) return differenceWords("labels.apart");
  return differenceWords("labels.timesApart", { ratio: toSignificant(ratio, 2) });
}

function ordinalLabel({ field, camps, n }: Shape): MessageRef {
  const levels = camps.map((camp) => field.options.indexOf(String(camp.value)));
  const range = Math.max(...levels) - Math.min(...levels);
  if (range === 1) return differenceWords("labels.withinOneLevel");
  const counts = field.options.map((option) => camps.find((camp) => camp.value === option)?.memberIds.length ?? 0);
  const agreement = n >= ENOUGH_FOR_CAMPS ? agreementA(counts) : null;
  if (agreement !== null && agreement < 0) return differenceWords("labels.twoCamps");
  return differenceWords("labels.spreadOverLevels", { levels: range + 1 });
}

function listLabel({ field, camps, n }: Shape): MessageRef {
  const contested = camps.filter((camp) => camp.memberIds.length < n).length;
  return differenceWords("labels.differOnOptions", { contested, options: field.options.length || camps.length });
}

function choiceLabel({ camps, n }: Shape): MessageRef {
  const largest = Math.max(...camps.map((camp) => camp.memberIds.length));
  if (largest === n - 1) return differenceWords("labels.allButOne");
  if (largest > n / 2) return differenceWords("labels.majority", { count: largest, n });
  return differenceWords("labels.noMajority");
}
