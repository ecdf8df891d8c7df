import "server-only";
import { dayIn } from "@/lib/domain/day-in";
import { type LogFacts, logFacts } from "@/lib/domain/log/facts";
import { recordSchema } from "@/lib/domain/record/schema";
import { verdictSchema } from "@/lib/domain/worksheet/schema";
import type { Tx } from "../db/client";
import { readLife } from "../decision/read-life";
import { newId } from "../ids";
import { lookingAhead } from "../triggers/due";
import { settleReplacedBy } from "./settle-replaced";

/** Puts a worksheet of a space into the log as a draft; refreshEntry says more of one that has a record already. */
export async function addLogEntry(tx: Tx, { worksheetId, spaceId }: { worksheetId: string; spaceId: string }): Promise<string> {
  const worksheet = await tx.worksheet.findUniqueOrThrow({
    where: { id: worksheetId },
    select: { title: true, createdAt: true, language: true },
  });
  const id = newId();
  const { title, createdAt, language } = worksheet;
  const empty = { engines: [], tags: [], approvers: [], hasDissent: false, body: "" };
  await tx.logEntry.create({ data: { id, spaceId, worksheetId, title, status: "draft", sortAt: createdAt, language, ...empty } });
  return id;
}

/**
 * Writes what the log says of a worksheet anew, in the transaction of the change, and of those that it replaces: their status
 * follows from its. Nothing to do for a worksheet that stands alone.
 */
export async function refreshEntry(tx: Tx, worksheetId: string): Promise<void> {
  // The log of a deleted space stands still: its worksheets are on their own, and may take numbers that it has given away.
  const entry = await tx.logEntry.findUnique({ where: { worksheetId, space: { deletedAt: null } }, select: { id: true } });
  const replaced = await tx.supersession.findMany({
    where: { worksheetId, replaces: { logEntry: { space: { deletedAt: null } } } },
    select: { replacesId: true, isPartial: true, replaces: { select: { logEntry: { select: { id: true } } } } },
    orderBy: { replacesId: "asc" },
  });
  if (entry !== null) {
    await refreshOne(tx, { entryId: entry.id, worksheetId });
    await tx.logLink.deleteMany({ where: { byId: entry.id, replaced: { worksheetId: { not: null } } } });
    const links = replaced.flatMap(({ isPartial, replaces }) =>
      replaces.logEntry === null ? [] : [{ byId: entry.id, replacedId: replaces.logEntry.id, isPartial }],
    );
    await tx.logLink.createMany({ data: links, skipDuplicates: true });
    await settleReplacedBy(tx, entry.id);
  }
  for (const { replacesId, replaces } of replaced)
    if (replaces.logEntry !== null) await refreshOne(tx, { entryId: replaces.logEntry.id, worksheetId: replacesId });
}

async function refreshOne(tx: Tx, { entryId, worksheetId }: { entryId: string; worksheetId: string }): Promise<void> {
  const { title, createdAt, language, timeZone } = await tx.worksheet.findUniqueOrThrow({
    where: { id: worksheetId },
    select: { title: true, createdAt: true, language: true, timeZone: true },
  });
  const { status } = await readLife(worksheetId, tx);
  const revision = await tx.revision.findFirst({
    where: { worksheetId, status: { not: "withdrawn" } },
    orderBy: { n: "desc" },
    include: { approvals: { include: { approver: { include: { member: { select: { name: true } } } } } } },
  });
  const numbered = await tx.revision.findFirst({
    where: { worksheetId, number: { not: null } },
    orderBy: { n: "desc" },
    select: { number: true },
  });
  const decidedAt = revision?.decidedAt ?? null;
  const isDecided = revision?.status === "accepted" || revision?.status === "rejected";
  const decidedOn = isDecided && decidedAt !== null ? dayIn(decidedAt.toISOString(), timeZone) : null;
  const facts = status === "draft" || revision === null ? NOTHING : await factsOf(tx, { worksheetId, revision, status, decidedOn });
  const { reviewOn, ...rest } = facts;
  const ahead = status === "accepted" && revision !== null ? await lookingAhead(tx, { worksheetId, n: revision.n }) : null;
  await tx.logEntry.update({
    where: { id: entryId },
    data: {
      title,
      language,
      status,
      number: numbered?.number ?? null,
      decidedOn: decidedOn === null ? null : new Date(decidedOn),
      sortAt: decidedAt ?? createdAt,
      approvers: status === "draft" ? [] : [...new Set((revision?.approvals ?? []).map(({ approver }) => approver.member.name))],
      ...(ahead ?? { reviewOn: reviewOn === null ? null : new Date(reviewOn), dueSince: null }),
      ...rest,
    },
  });
}

/** Before it is frozen only its title is told: what people wrote and chose so far is theirs. */
const NOTHING: LogFacts = { chosen: null, engines: [], hasDissent: false, reviewOn: null, body: "" };

type Frozen = { n: number; canonical: string; approvals: { verdict: string; comment: string }[] };

async function factsOf(
  tx: Tx,
  {
    worksheetId,
    revision,
    ...rest
  }: { worksheetId: string; revision: Frozen } & Pick<Parameters<typeof logFacts>[0], "status" | "decidedOn">,
): Promise<LogFacts> {
  const latest = await tx.review.findFirst({ where: { worksheetId }, orderBy: { at: "desc" }, select: { lookAgainOn: true } });
  const approvals = revision.approvals.map(({ verdict, comment }) => ({ verdict: verdictSchema.parse(verdict), comment }));
  const record = recordSchema.parse(JSON.parse(revision.canonical));
  return logFacts({ record, approvals, lookAgainOn: latest?.lookAgainOn ?? null, ...rest });
}
