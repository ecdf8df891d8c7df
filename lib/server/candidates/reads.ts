import "server-only";
import { cache } from "react";
import { type HandworkState, projectHandwork } from "@/lib/domain/candidates/project-handwork";
import {
  customViewSchema,
  disclosureKindSchema,
  type Handwork,
  overrideViewSchema,
  rankingInputSchema,
  scoreViewSchema,
} from "@/lib/domain/candidates/schema";
import { findFacts } from "@/lib/domain/engine/facts";
import { factsOfCustom, isFamily } from "@/lib/domain/engine/facts-of-custom";
import type { CustomSystem, Override } from "@/lib/domain/engine/schema";
import { AppError } from "@/lib/domain/errors";
import type { RecordInput } from "@/lib/domain/record/build-record";
import type { Prisma } from "@/prisma/generated/client";
import { requireRole, type WorksheetAccess } from "../access";
import { db, type Tx } from "../db/client";
import { refuseBlind } from "../workshop/topics";

const handworkSelect = {
  overrides: { orderBy: { candidate: "asc" } },
  customCandidates: { orderBy: { candidate: "asc" } },
  scores: { orderBy: [{ candidate: "asc" }, { criterion: "asc" }] },
  gutChecks: { orderBy: { memberId: "asc" } },
  rankings: { orderBy: { memberId: "asc" } },
  disclosures: true,
} as const satisfies Prisma.WorksheetSelect;

/** What was done to the list by hand, as this viewer may see it; before the reveal there is no list to do anything to. */
export async function readHandwork(access: WorksheetAccess): Promise<Handwork> {
  requireRole(access, "facilitator", "member", "observer");
  await requireRevealed(db(), access.worksheetId);
  await refuseBlind(db(), access.memberId);
  const { memberId, role, sealedBefore } = access;
  return projectHandwork(await loadHandwork(access.worksheetId), { memberId, role, sealedBefore: sealedBefore?.toISOString() ?? null });
}

/** Everything, for callers that have proven access and project before they send. Read once while a page is rendered. */
export const loadHandwork = cache(async (worksheetId: string, tx: Tx = db()): Promise<HandworkState> => {
  const { overrides, customCandidates, scores, gutChecks, rankings, disclosures } = await tx.worksheet.findUniqueOrThrow({
    where: { id: worksheetId },
    select: handworkSelect,
  });
  const order = rankingInputSchema.shape.order;
  return {
    overrides: overrides.map((row) => overrideViewSchema.parse({ ...row, ...actOf(row) })),
    // Facts that today's schema cannot read leave the candidate out, rather than the whole screen.
    custom: customCandidates.flatMap(
      (row) => customViewSchema.safeParse({ system: row.facts, byMemberId: row.byMemberId, ...actOf(row) }).data ?? [],
    ),
    scores: scores.map((row) => scoreViewSchema.parse({ ...row, ...actOf(row) })),
    gutChecks: gutChecks.map((row) => ({ memberId: row.memberId, value: row.candidate, at: row.at.toISOString() })),
    rankings: rankings.flatMap((row) => {
      const parsed = order.safeParse(row.order);
      return parsed.success ? [{ memberId: row.memberId, value: parsed.data, at: row.at.toISOString() }] : [];
    }),
    disclosures: disclosures.map((row) => ({ kind: disclosureKindSchema.parse(row.kind), ...actOf(row) })),
  };
});

/** What the engine reads of it. An override of something that is gone is left out: there is nothing to put back or aside. */
export function engineInputsOf({ overrides, custom }: Pick<HandworkState, "overrides" | "custom">) {
  // A later catalogue may know the id, or no longer know the family; neither may stop the list.
  const own = custom.flatMap(({ system }): CustomSystem[] => (findFacts(system.id) ? [] : [withoutLostFamily(system)]));
  const known = new Set(own.map(({ id }) => id));
  const kept: Override[] = overrides
    .filter(({ candidate }) => known.has(candidate) || findFacts(candidate))
    .map(({ candidate, action, reason }) => ({ candidate, action, reason }));
  return { custom: own, overrides: kept };
}

function withoutLostFamily({ family, ...system }: CustomSystem): CustomSystem {
  return family !== undefined && isFamily(family) ? { ...system, family } : system;
}

/** The same for the record: who did what, of what the engine was told. */
export function handworkOf(state: HandworkState): NonNullable<RecordInput["handwork"]> {
  const { custom, overrides } = engineInputsOf(state);
  const told = new Set(overrides.map(({ candidate }) => candidate));
  return {
    overrides: state.overrides.filter(({ candidate }) => told.has(candidate)),
    added: state.custom
      .filter(({ system }) => custom.some(({ id }) => id === system.id))
      .map(({ system, byMemberId }) => ({ candidate: system.id, byMemberId })),
  };
}

/** The name of a catalogue entry or of a candidate that the team added; undefined for any other id. */
export async function nameOfCandidate(tx: Tx, worksheetId: string, id: string): Promise<string | undefined> {
  const known = findFacts(id);
  if (known) return known.name;
  const row = await tx.customCandidate.findUnique({ where: { worksheetId_candidate: { worksheetId, candidate: id } } });
  const parsed = row && customViewSchema.shape.system.safeParse(row.facts);
  return parsed?.success ? factsOfCustom(parsed.data).name : undefined;
}

export async function requireRevealed(tx: Tx, worksheetId: string): Promise<void> {
  const revealed = await tx.reveal.count({ where: { worksheetId } });
  if (revealed < 5) throw new AppError("not_revealed", "Reveal the answers of all five questions first.");
}

function actOf({ byName, at }: { byName: string; at: Date }) {
  return { by: byName, at: at.toISOString() };
}
