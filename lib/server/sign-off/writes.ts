import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { RuleInput } from "@/lib/domain/sign-off/schema";
import { requireRole, type WorksheetAccess } from "../access";
import { refuseReplaced } from "../decision/life";
import { writeWorksheet } from "../worksheet/transaction";
import { refuseStanding } from "./approvers";

/** "Make changes": withdraws the standing revision; its approvals stay on record and are stale from now on. */
export async function withdrawRevision(access: WorksheetAccess, input: { opId: string; n: number }) {
  requireRole(access, "facilitator");
  return writeWorksheet(access, {
    opId: input.opId,
    input,
    changed: ["revisions", "approvals"],
    run: async (tx) => {
      await refuseReplaced(tx, access.worksheetId);
      const changed = await tx.revision.updateMany({
        where: { worksheetId: access.worksheetId, n: input.n, status: { in: ["proposed", "accepted"] } },
        data: { status: "withdrawn" },
      });
      if (changed.count === 0) throw new AppError("illegal_transition", "This revision does not stand any more.");
      return { reply: {}, event: { type: "revision_withdrawn", revision: input.n } };
    },
  });
}

/** Whose yes the next revision will need. Refused while one stands, whose rule was frozen with it. */
export async function setSignOffRule(access: WorksheetAccess, { opId, ...rule }: RuleInput) {
  requireRole(access, "facilitator");
  const { worksheetId } = access;
  return writeWorksheet(access, {
    opId,
    input: rule,
    changed: ["approvals"],
    run: async (tx) => {
      await refuseStanding(tx, worksheetId);
      const data = { ...rule, deadline: rule.deadline === null ? null : new Date(rule.deadline) };
      await tx.signOffRule.upsert({ where: { worksheetId }, create: { worksheetId, ...data }, update: data });
      return { reply: {}, event: { type: "sign_off_rule_set", ...rule } };
    },
  });
}

/** Moves the deadline of the standing revision, the one part of its rule that may. */
export async function moveDeadline(access: WorksheetAccess, { opId, n, deadline }: { opId: string; n: number; deadline: string | null }) {
  requireRole(access, "facilitator");
  const { worksheetId } = access;
  return writeWorksheet(access, {
    opId,
    input: { n, deadline },
    changed: ["approvals"],
    run: async (tx) => {
      const moved = await tx.revision.updateMany({
        where: { worksheetId, n, status: "proposed" },
        data: { deadline: deadline === null ? null : new Date(deadline) },
      });
      if (moved.count === 0) throw new AppError("illegal_transition", "This revision is not open for approval any more.");
      return { reply: {}, event: { type: "deadline_moved", revision: n, deadline } };
    },
  });
}
