import "server-only";
import { idOfCustom } from "@/lib/domain/candidates/custom-id";
import {
  type CustomInput,
  type CustomView,
  customViewSchema,
  type OverrideInput,
  type OverrideView,
  overrideViewSchema,
} from "@/lib/domain/candidates/schema";
import { CATALOGUE_FACTS } from "@/lib/domain/engine/facts";
import { isFamily, NO_FAMILY } from "@/lib/domain/engine/facts-of-custom";
import { AppError } from "@/lib/domain/errors";
import { LIST_LIMIT } from "@/lib/domain/text";
import type { Prisma } from "@/prisma/generated/client";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { refuseFrozen, writeWorksheet } from "../worksheet/transaction";
import { nameOfCandidate, requireRevealed } from "./reads";

/** Puts a candidate back or aside, in a member's name and with a reason. The candidate must exist. */
export async function overrideCandidate(access: WorksheetAccess, candidate: string, input: OverrideInput): Promise<OverrideView> {
  requireRole(access, "facilitator", "member");
  const key = { worksheetId: access.worksheetId, candidate };
  const { seq: _seq, ...view } = await writeWorksheet(access, {
    opId: input.opId,
    input: { candidate, ...input },
    changed: ["candidates"],
    run: async (tx, current) => {
      await requireOpen(tx, access.worksheetId);
      if ((await nameOfCandidate(tx, access.worksheetId, candidate)) === undefined) throw unknownCandidate();
      const row = await tx.candidateOverride.findUnique({ where: { worksheetId_candidate: key } });
      if ((row?.version ?? 0) !== input.baseVersion)
        throw new AppError("stale_version", "Somebody did something to this candidate meanwhile.", {
          detail: { current: row && viewOf(row) },
        });
      const data = { action: input.action, reason: input.reason, ...(await signedBy(tx, current)), version: input.baseVersion + 1 };
      const saved = await tx.candidateOverride.upsert({ where: { worksheetId_candidate: key }, create: { ...key, ...data }, update: data });
      return { reply: viewOf(saved), event: { type: "candidate_overridden", candidate, action: input.action, version: data.version } };
    },
  });
  return overrideViewSchema.parse(view);
}

/** Takes an override back; the rules speak for themselves again. Doing it twice changes nothing. */
export async function removeOverride(access: WorksheetAccess, input: { opId: string; candidate: string }) {
  requireRole(access, "facilitator", "member");
  const { worksheetId } = access;
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["candidates"],
    run: async (tx) => {
      await requireOpen(tx, worksheetId);
      const { count } = await tx.candidateOverride.deleteMany({ where: { worksheetId, candidate: input.candidate } });
      return { reply: {}, event: { type: count > 0 ? "override_removed" : "override_absent", candidate: input.candidate } };
    },
  });
}

/** Adds a candidate that the catalogue does not have. What is left out of it stays unknown and eliminates nothing. */
export async function addCandidate(access: WorksheetAccess, input: CustomInput): Promise<CustomView> {
  requireRole(access, "facilitator", "member");
  const { worksheetId } = access;
  const { seq: _seq, ...view } = await writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["candidates"],
    run: async (tx, current) => {
      await requireOpen(tx, worksheetId);
      const rows = await tx.customCandidate.findMany({ where: { worksheetId }, select: { candidate: true } });
      if (rows.length >= LIST_LIMIT) throw refusal("system", `A worksheet holds at most ${LIST_LIMIT} candidates of your own.`);
      const taken = [...CATALOGUE_FACTS.map(({ id }) => id), ...rows.map((row) => row.candidate)];
      const { name } = input.system;
      const namesake = CATALOGUE_FACTS.find((facts) => facts.name.toLowerCase() === name.trim().toLowerCase());
      if (namesake) throw refusal("system.name", `The catalogue already has ${namesake.name}.`);
      const id = input.system.id ?? idOfCustom(name, taken);
      if (taken.includes(id)) throw refusal("system.id", "This id is taken.");
      if (!isFamily(input.system.family)) throw refusal("system.family", NO_FAMILY);
      const facts = { ...input.system, id };
      const data = { worksheetId, candidate: id, facts: facts as Prisma.InputJsonValue, ...(await signedBy(tx, current)) };
      const { byName, byMemberId, at } = await tx.customCandidate.create({ data });
      return { reply: { system: facts, by: byName, byMemberId, at: at.toISOString() }, event: { type: "candidate_added", candidate: id } };
    },
  });
  return customViewSchema.parse(view);
}

/** Takes an added candidate away again, with what was done to it by hand. */
export async function removeCandidate(access: WorksheetAccess, input: { opId: string; candidate: string }) {
  requireRole(access, "facilitator", "member");
  const { worksheetId } = access;
  const where = { where: { worksheetId, candidate: input.candidate } };
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["candidates"],
    run: async (tx) => {
      await requireOpen(tx, worksheetId);
      const { count } = await tx.customCandidate.deleteMany(where);
      if (count === 0) throw unknownCandidate();
      await tx.candidateOverride.deleteMany(where);
      await tx.candidateScore.deleteMany(where);
      return { reply: {}, event: { type: "candidate_removed", candidate: input.candidate } };
    },
  });
}

/** The list can be argued with once it is revealed and until it is frozen. */
export async function requireOpen(tx: Tx, worksheetId: string): Promise<void> {
  await refuseFrozen(tx, worksheetId);
  await requireRevealed(tx, worksheetId);
}

export async function signedBy(tx: Tx, { memberId }: WorksheetAccess) {
  const { name } = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: { name: true } });
  return { byMemberId: memberId, byName: name, at: now() };
}

export function unknownCandidate(path = "candidate"): AppError {
  return refusal(path, "Neither the catalogue nor this worksheet has such a candidate.");
}

function refusal(path: string, message: string): AppError {
  return new AppError("invalid_input", message, { errors: [{ path, message }] });
}

function viewOf(row: { byName: string; at: Date; candidate: string; action: string; reason: string; byMemberId: string; version: number }) {
  return overrideViewSchema.parse({ ...row, by: row.byName, at: row.at.toISOString() });
}
