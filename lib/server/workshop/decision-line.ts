import "server-only";
import type { DecisionSection } from "@/lib/domain/worksheet/schema";
import { withLine } from "@/lib/domain/workshop/premortem";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { keepVersion } from "../decision/history";
import { nameOf } from "./act";

type Line = { worksheetId: string; memberId: string; section: DecisionSection; text: string };

/** One more line in a section of the decision, unless it stands there already; `memberId` is whose act brought it there. */
export async function addLine(tx: Tx, input: Line) {
  const { worksheetId, memberId, section } = input;
  const key = { worksheetId_section: { worksheetId, section } };
  const row = await tx.decisionText.findUnique({ where: key });
  const text = withLine(row?.text ?? "", input.text);
  if (text === row?.text) return;
  const data = { text, byMemberId: memberId, byName: await nameOf(tx, memberId), at: now(), version: (row?.version ?? 0) + 1 };
  await tx.decisionText.upsert({ where: key, create: { worksheetId, section, ...data }, update: data });
  await keepVersion(tx, { worksheetId, section, ...data });
}
