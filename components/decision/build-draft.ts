import { composeAdr } from "@/lib/domain/adr/compose-adr";
import { renderDraftMadr } from "@/lib/domain/adr/render-madr";
import { withDrawings } from "@/lib/domain/adr/with-drawings";
import type { Handwork } from "@/lib/domain/candidates/schema";
import type { WorksheetCostView } from "@/lib/domain/cost-settings/schema";
import type { MarkView } from "@/lib/domain/decision/desk";
import { recordMarks } from "@/lib/domain/decision/record-marks";
import type { Evaluation } from "@/lib/domain/engine/schema";
import type { Messages } from "@/lib/domain/messages/format";
import { migrationPlan } from "@/lib/domain/migration/plan";
import { buildRecord } from "@/lib/domain/record/build-record";
import { chosenCandidate } from "@/lib/domain/record/chosen-candidate";
import { recordCosts } from "@/lib/domain/record/record-costs";
import { recordEvaluation } from "@/lib/domain/record/record-evaluation";
import { tieBreakInputOf } from "@/lib/domain/record/record-tie-break";
import { linesOf } from "@/lib/domain/worksheet/lines-of";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { type Commitment, dissentWith, reconsiderWith } from "@/lib/domain/workshop/dissent";
import type { SectionTexts } from "./decision-screen";
import type { Drawings } from "./rendered-adr";

export type Draft = {
  markdown: string;
  /** The same with the addresses of its drawings, and the drawings by address. */
  drawn: string;
  drawings: Drawings;
};

type DraftInput = {
  view: WorksheetView;
  texts: SectionTexts;
  evaluation: Evaluation;
  handwork: Handwork | undefined;
  costs: WorksheetCostView | null;
  marks: readonly MarkView[];
  commitments: readonly Commitment[];
  messages: Record<string, unknown>;
};

/** The draft as Markdown and as it looks, or null when a text cannot be put into a record yet. It is never hashed, so the salts are not secret. */
export function buildDraft({ view, texts, evaluation, handwork, costs, marks, commitments, messages }: DraftInput): Draft | null {
  try {
    const chosen = chosenCandidate(textOf(texts, "choice"), evaluation.candidates);
    const { triggers, ...standing } = recordMarks({ evaluation, chosen, marks });
    const dissent = dissentWith(textOf(texts, "dissent"), commitments);
    const { record, people } = buildRecord({
      worksheet: { id: view.id, title: view.title, scope: view.scope, timeZone: view.timeZone, language: view.language },
      frame: view.frame,
      members: view.members.map(({ id, name, role }) => ({ id, name, role, salt: "draft" })),
      answers: view.answers,
      positions: view.positions,
      sections: [...texts.filter(({ section }) => section !== "dissent"), { section: "dissent", text: dissent }],
      chosen,
      handwork: {
        overrides: handwork?.overrides ?? [],
        added: (handwork?.custom ?? []).map(({ system, byMemberId }) => ({ candidate: system.id, byMemberId })),
      },
      ...(handwork && { tieBreak: tieBreakInputOf(handwork) }),
      evaluation: recordEvaluation({ request: { answers: {} }, evaluation, survival: null }),
      costs:
        costs?.request && costs.reply
          ? recordCosts({ request: costs.request, reply: costs.reply, names: namesOf(costs), overrides: costs.overrides })
          : null,
      migration: migrationPlan({ frame: view.frame, evaluation, chosen }),
      reconsider: [
        ...reconsiderWith(linesOf(textOf(texts, "reconsider")), commitments).map((text) => ({ text, now: null, ownerId: null })),
        ...triggers,
      ],
      ...standing,
      versions: { app: "draft", ...evaluation.versions, prices: costs?.reply?.priceBookVersion ?? "" },
    });
    const words = messages as Messages;
    const document = composeAdr({
      record,
      people,
      status: "draft",
      number: null,
      decidedAt: null,
      approvals: [],
      sha256: null,
      revision: null,
      messages: words,
    });
    const drawn = withDrawings(document);
    return {
      markdown: renderDraftMadr(document, words),
      drawn: renderDraftMadr(drawn.document, words),
      drawings: new Map(drawn.files.map(({ path, text }) => [path, text])),
    };
  } catch {
    // The preview helps while writing; a text it cannot draw must never stop the typing itself.
    return null;
  }
}

function textOf(texts: SectionTexts, section: SectionTexts[number]["section"]): string {
  return texts.find((entry) => entry.section === section)?.text ?? "";
}

function namesOf({ names, candidates }: WorksheetCostView) {
  return candidates.map(({ id, candidate }) => ({ id, letter: id, name: names[id] ?? id, candidate }));
}
