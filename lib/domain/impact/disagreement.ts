import { type FieldDef, findField } from "../answers/fields";
import { summariseField } from "../disagreement/field-summary";
import { answersThatCount } from "../disagreement/given-answers";
import { proposePosition } from "../disagreement/proposal";
import { summariseWorksheet } from "../disagreement/worksheet-summary";
import { AppError } from "../errors";
import type { AnswerView } from "../worksheet/schema";
import type { ByHand } from "./engine-columns";
import { impactInput, type RevealedView } from "./impact-input";
import type { Disagreement, DisagreementRequest, FieldMeasures } from "./schema";
import { worksheetImpact } from "./worksheet-impact";

/** The measures of every answered field of a worksheet, and which differences change its list. Reads what the viewer may see. */
export function worksheetDisagreement(view: RevealedView, byHand: ByHand = {}): Disagreement {
  const { answers } = view;
  const summary = summariseWorksheet({ answers });
  const fields = [...summary.fields, ...summary.heardOnce, ...summary.nobodyKnows, ...summary.collected];
  return { fields: fields.map((field) => measuresOf(field.def, answers)), impact: worksheetImpact(impactInput(view, byHand)) };
}

/**
 * The same for answers that come with the request. Names that are no answer path are measured by the type given with them
 * and change no list; without a type they are refused (`invalid_input`).
 */
export function requestedDisagreement({ fields, answers: frame = {}, seed = "" }: DisagreementRequest): Disagreement {
  const answers = fields.flatMap(({ field, answers: given }) =>
    given.map(
      ({ member, value, unknown, basis }): AnswerView => ({
        memberId: member,
        field,
        round: 1,
        value: value ?? null,
        unknown: unknown ?? false,
        basis: basis ?? null,
        reason: null,
        version: 1,
        late: false,
      }),
    ),
  );
  return {
    fields: fields.map((field, i) => measuresOf(fieldOf(field, i), answers)),
    impact: worksheetImpact({ frame, positions: [], answers, seed }),
  };
}

function measuresOf(field: FieldDef, all: readonly AnswerView[]): FieldMeasures {
  const answers = answersThatCount(all, field.path);
  const { n, unknownCount, agreed, spread, low, high, ratio, camps, label, detail, speakFirst } = summariseField({ field, answers });
  const proposal = proposePosition({ field, answers });
  return {
    field: field.path,
    n,
    unknownCount,
    agreed,
    spread,
    low,
    high,
    ratio,
    camps,
    label,
    detail,
    speakFirst,
    proposal: { value: proposal.value, low: proposal.low, high: proposal.high, isWide: proposal.isWide },
  };
}

function fieldOf({ field, type, levels = [] }: DisagreementRequest["fields"][number], i: number): FieldDef {
  const known = findField(field);
  if (known) return known;
  if (type === undefined) {
    const errors = [{ path: `fields.${i}.field`, message: "No such answer path. Name a type to have it measured all the same." }];
    throw new AppError("invalid_input", "The request names fields that do not exist.", { errors });
  }
  return {
    path: field,
    question: null,
    type,
    kind: type === "number" ? "estimate" : "judgement",
    place: "more",
    options: levels,
    unit: null,
  };
}
