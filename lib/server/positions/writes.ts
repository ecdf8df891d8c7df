import "server-only";
import type { z } from "zod";
import { findField, valueSchemaOf } from "@/lib/domain/answers/fields";
import { AppError } from "@/lib/domain/errors";
import { fieldErrors } from "@/lib/domain/field-errors";
import type { positionInputSchema } from "@/lib/domain/worksheet/inputs";
import { type PositionView, positionViewSchema } from "@/lib/domain/worksheet/schema";
import { Prisma } from "@/prisma/generated/client";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { refuseFrozen, writeWorksheet } from "../worksheet/transaction";

type PositionInput = z.infer<typeof positionInputSchema>;

/** Records the team's value of one field. Facilitators only, and only once the question is revealed. */
export async function recordPosition(access: WorksheetAccess, fieldPath: string, input: PositionInput): Promise<PositionView> {
  requireRole(access, "facilitator");
  const field = findField(fieldPath);
  if (!field || field.question === null) throw new AppError("not_found", "There is no such field.");
  const { question } = field;
  const value = parseValue(fieldPath, input.value);
  if ((input.low ?? 0) > (input.high ?? Number.POSITIVE_INFINITY)) {
    throw new AppError("invalid_input", "The band is upside down.", {
      errors: [{ path: "low", message: "Enter a low end that is not above the high end." }],
    });
  }
  const key = { worksheetId: access.worksheetId, field: fieldPath };
  const { seq: _seq, ...view } = await writeWorksheet(access, {
    opId: input.opId,
    input: { fieldPath, ...input },
    changed: ["positions"],
    run: async (tx, current) => {
      await refuseFrozen(tx, access.worksheetId);
      const reveal = await tx.reveal.findUnique({ where: { worksheetId_question: { worksheetId: access.worksheetId, question } } });
      if (reveal === null) throw new AppError("not_revealed", "Reveal the answers first.");
      const row = await tx.position.findUnique({ where: { worksheetId_field: key } });
      const member = await tx.member.findUniqueOrThrow({ where: { id: current.memberId } });
      if ((row?.version ?? 0) !== input.baseVersion)
        throw new AppError("stale_version", "Somebody recorded this field meanwhile.", { detail: { current: row && viewOf(row) } });
      const data = {
        value: value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue),
        low: input.low ?? null,
        high: input.high ?? null,
        reached: input.reached,
        reason: input.reason,
        byMemberId: current.memberId,
        byName: member.name,
        at: now(),
        version: input.baseVersion + 1,
      };
      const saved = await tx.position.upsert({ where: { worksheetId_field: key }, create: { ...key, ...data }, update: data });
      return {
        reply: viewOf(saved),
        event: { type: "position_recorded", field: fieldPath, reached: input.reached, version: data.version },
      };
    },
  });
  return positionViewSchema.parse(view);
}

/** Takes a recorded answer back: the difference is open again. What was recorded stays in the audit trail. */
export async function reopenPosition(access: WorksheetAccess, fieldPath: string, input: { opId: string }) {
  requireRole(access, "facilitator");
  return writeWorksheet(access, {
    opId: input.opId,
    input: { ...input, reopen: fieldPath },
    changed: ["positions"],
    run: async (tx) => {
      const { worksheetId } = access;
      await refuseFrozen(tx, worksheetId);
      const gone = await tx.position.deleteMany({ where: { worksheetId, field: fieldPath } });
      if (gone.count === 0) throw new AppError("not_found", "Nothing is recorded for that field.");
      return { reply: {}, event: { type: "position_reopened", field: fieldPath } };
    },
  });
}

function parseValue(path: string, value: unknown): unknown {
  if (value === null) return null;
  const parsed = valueSchemaOf(path)?.safeParse(value);
  if (!parsed) throw new AppError("not_found", "There is no such field.");
  if (!parsed.success) {
    throw new AppError("invalid_input", "The value does not fit the field.", { errors: fieldErrors(parsed.error, ["value"]) });
  }
  return parsed.data;
}

function viewOf(row: {
  byName: string;
  at: Date;
  field: string;
  value: unknown;
  low: number | null;
  high: number | null;
  reached: string;
  reason: string;
  version: number;
}): PositionView {
  return positionViewSchema.parse({ ...row, by: row.byName, at: row.at.toISOString() });
}
