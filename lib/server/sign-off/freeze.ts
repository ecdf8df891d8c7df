import "server-only";
import { randomBytes } from "node:crypto";
import { type HandworkState, projectHandwork } from "@/lib/domain/candidates/project-handwork";
import { conditionKey } from "@/lib/domain/decision/conditions";
import type { MarkView } from "@/lib/domain/decision/desk";
import { openConditions, recordMarks } from "@/lib/domain/decision/record-marks";
import type { TrailEntry } from "@/lib/domain/engine/schema";
import { AppError, type FieldError } from "@/lib/domain/errors";
import { impactInput } from "@/lib/domain/impact/impact-input";
import type { ImpactInput } from "@/lib/domain/impact/worksheet-impact";
import { formatMessage } from "@/lib/domain/messages/format";
import type { Locale } from "@/lib/domain/messages/locales";
import { migrationPlan } from "@/lib/domain/migration/plan";
import { PRICE_BOOK_VERSION } from "@/lib/domain/prices/price-book";
import { buildRecord } from "@/lib/domain/record/build-record";
import { canonicalise } from "@/lib/domain/record/canonicalise";
import { chosenCandidate } from "@/lib/domain/record/chosen-candidate";
import { recordCosts } from "@/lib/domain/record/record-costs";
import { recordEvaluation } from "@/lib/domain/record/record-evaluation";
import { tieBreakInputOf } from "@/lib/domain/record/record-tie-break";
import { sha256Hex } from "@/lib/domain/record/sha256";
import { linesOf } from "@/lib/domain/worksheet/lines-of";
import { isFrozen, type Viewer, type WorksheetState, withoutBlind } from "@/lib/domain/worksheet/projection";
import { worksheetResults } from "@/lib/domain/worksheet/results";
import { type DecisionSection, REQUIRED_SECTIONS } from "@/lib/domain/worksheet/schema";
import { type Commitment, dissentWith, reconsiderWith } from "@/lib/domain/workshop/dissent";
import type { WorkshopState } from "@/lib/domain/workshop/projection";
import type { Prisma } from "@/prisma/generated/client";
import { requireRole, type WorksheetAccess } from "../access";
import { engineInputsOf, handworkOf, loadHandwork } from "../candidates/reads";
import { now } from "../clock";
import { readCostInputs } from "../costs/reads";
import { listMarks } from "../decision/marks";
import { documentMessages } from "../messages";
import { loadState } from "../worksheet/reads";
import { writeWorksheet } from "../worksheet/transaction";
import { listCommitments } from "../workshop/commitments";
import { loadWorkshop } from "../workshop/reads";
import { inviteNext } from "./ask-by-mail";
import { ruleOf } from "./asked";
import { withCountedShare } from "./counted-share";

const APP_VERSION = "0.1.0";
/** Sees what everybody sees: what was kept to oneself and never shown does not get into the record. */
const ANYBODY: Viewer = { memberId: "", role: "observer", sealedBefore: null };

/**
 * Freezes the worksheet as it is now into a revision: canonical text and its hash, stored as text and never re-read from
 * jsonb. From here on what it holds is read-only, until it is decided or withdrawn.
 */
export async function freezeRevision(
  access: WorksheetAccess,
  input: { opId: string; origin: string },
): Promise<{ revision: number; sha256: string }> {
  requireRole(access, "facilitator");
  return withCountedShare(access.worksheetId, (shareOf) => freeze(access, input, shareOf));
}

type ShareOf = (input: ImpactInput) => number | null;

async function freeze(access: WorksheetAccess, input: { opId: string; origin: string }, shareOf: ShareOf) {
  const { seq: _seq, ...reply } = await writeWorksheet(access, {
    opId: input.opId,
    input: { freeze: true },
    changed: ["revisions"],
    run: async (tx, current) => {
      const state = withoutBlind(await loadState(access.worksheetId, tx));
      refuseUnready(state);
      const costInputs = await readCostInputs(access.worksheetId, tx);
      const { canonical, people } = recordOf({
        state,
        costInputs,
        handwork: await loadHandwork(access.worksheetId, tx),
        commitments: await listCommitments(tx, access.worksheetId),
        marks: await listMarks(tx, access.worksheetId),
        causes: (await loadWorkshop(access.worksheetId, tx)).causes,
        shareOf,
      });
      const n = (state.revisions.at(-1)?.n ?? 0) + 1;
      const sha256 = sha256Hex(canonical);
      const rule = ruleOf(await tx.signOffRule.findUnique({ where: { worksheetId: access.worksheetId } }));
      refuseUnreachable({ required: rule.required, approvers: state.approvers.length });
      await tx.revision.create({
        data: {
          worksheetId: access.worksheetId,
          n,
          canonical,
          sha256,
          people: people as unknown as Prisma.InputJsonValue,
          byMemberId: current.memberId,
          ...rule,
          deadline: rule.deadline === null ? null : new Date(rule.deadline),
        },
      });
      await inviteNext(tx, { worksheetId: access.worksheetId, n, origin: input.origin });
      return { reply: { revision: n, sha256 }, event: { type: "revision_frozen", revision: n, sha256 } };
    },
  });
  return reply;
}

type Frozen = {
  state: WorksheetState;
  costInputs: Awaited<ReturnType<typeof readCostInputs>>;
  handwork: HandworkState;
  commitments: readonly Commitment[];
  marks: readonly MarkView[];
  causes: WorkshopState["causes"];
  shareOf: ShareOf;
};

function recordOf({ state, costInputs, handwork, commitments, marks, causes, shareOf }: Frozen) {
  const today = now().toISOString().slice(0, 10);
  const { custom, overrides } = engineInputsOf(handwork);
  const { request, evaluation, costs } = worksheetResults({ ...state, costInputs, today, custom, overrides });
  const survival = shareOf(impactInput(state, { custom, overrides }));
  const chosen = chosenCandidate(sectionText(state, "choice"), evaluation.candidates);
  refuseOpenConditions(openConditions({ evaluation, chosen, marks }), { chosen, locale: state.language });
  const { triggers, ...standing } = recordMarks({ evaluation, chosen, marks });
  const { record, people } = buildRecord({
    worksheet: { id: state.id, title: state.title, scope: state.scope, timeZone: state.timeZone, language: state.language },
    frame: state.frame,
    // Somebody who was taken off again and answered nothing had no part in this.
    members: state.members
      .filter((member) => !member.isRemoved || state.answers.some((answer) => answer.memberId === member.id))
      .map(({ id, name, role }) => ({ id, name, role, salt: randomBytes(16).toString("base64url") })),
    answers: state.answers,
    proxies: state.proxies,
    causes,
    positions: state.positions,
    sections: sectionsWith(state, commitments),
    chosen,
    evaluation: recordEvaluation({ request, evaluation, survival }),
    handwork: handworkOf(handwork),
    tieBreak: tieBreakInputOf(projectHandwork(handwork, ANYBODY)),
    costs:
      costs.request && costs.reply
        ? recordCosts({ request: costs.request, reply: costs.reply, names: namesOf(costs), overrides: costInputs.overrides })
        : null,
    migration: migrationPlan({ frame: state.frame, evaluation, chosen }),
    reconsider: [
      ...reconsiderWith(linesOf(sectionText(state, "reconsider")), commitments).map((text) => ({ text, now: null, ownerId: null })),
      ...triggers,
    ],
    ...standing,
    versions: { app: APP_VERSION, ...evaluation.versions, prices: PRICE_BOOK_VERSION },
  });
  return { canonical: canonicalise(record), people };
}

/** Who disagrees and commits is quoted under dissent, whatever else was written there. */
function sectionsWith(state: WorksheetState, commitments: readonly Commitment[]) {
  const others = state.sections.filter((section) => section.section !== "dissent");
  return [...others, { section: "dissent" as const, text: dissentWith(sectionText(state, "dissent"), commitments) }];
}

function sectionText({ sections }: WorksheetState, wanted: DecisionSection): string {
  return sections.find(({ section }) => section === wanted)?.text ?? "";
}

function namesOf(costs: { names: Record<string, string>; candidates: readonly { id: string; candidate: string }[] }) {
  return costs.candidates.map(({ id, candidate }) => ({ id, letter: id, name: costs.names[id] ?? id, candidate }));
}

/** A rule that needs more people than were named could never be met. */
function refuseUnreachable({ required, approvers }: { required: number | null; approvers: number }) {
  if (required === null || required <= approvers) return;
  throw new AppError("invalid_input", "The rule needs more approvers than were named.", {
    errors: [{ path: "approvers", message: `Name at least ${required} approvers.` }],
  });
}

/** `toAccept` has the keys of the marks that would accept them. */
function refuseOpenConditions(rules: readonly TrailEntry[], { chosen, locale }: { chosen: string | null; locale: Locale }) {
  const errors: FieldError[] = rules.map((rule) => ({
    path: `conditions.${rule.id}`,
    message: formatMessage(documentMessages(locale), rule.text, locale),
  }));
  if (errors.length === 0) return;
  const toAccept = rules.map(({ id }) => conditionKey(chosen ?? "", id));
  throw new AppError("invalid_input", "The choice has conditions that nobody accepted yet.", { errors, detail: { toAccept } });
}

function refuseUnready(state: WorksheetState) {
  if (isFrozen(state.revisions)) throw new AppError("frozen", "A revision stands already.");
  if (state.reveals.length < 5) throw new AppError("not_revealed", "Reveal the answers of all five questions first.");
  const errors: FieldError[] = REQUIRED_SECTIONS.filter(
    (section) => !state.sections.some((row) => row.section === section && row.text.trim() !== ""),
  ).map((section) => ({
    path: `sections.${section}`,
    message: "Write this section first.",
  }));
  if (state.approvers.length === 0) errors.push({ path: "approvers", message: "Name at least one approver." });
  if (errors.length > 0) throw new AppError("invalid_input", "The decision is not complete yet.", { errors });
}
