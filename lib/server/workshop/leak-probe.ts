import "server-only";
import { randomInt } from "node:crypto";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import { type Canaries, findLeaks, type Heard } from "@/lib/domain/workshop/leaks";
import type { LeakProbeView } from "@/lib/domain/workshop/schema";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import { db } from "../db/client";
import { newId, newLinkToken } from "../ids";
import { grantToSession } from "../share/sessions";
import { lockWorksheet, writeWorksheet } from "../worksheet/transaction";
import { createWorksheet } from "../worksheet/writes";
import { ensureWorkshop, nameOf } from "./act";

/** One request as the outside would send it; the reply's whole body as text. A stream is read for a moment. */
export type Send = (request: { method: "GET" | "PUT"; path: string; headers: Record<string, string>; body?: unknown }) => Promise<string>;

type Input = {
  opId: string;
  send: Send;
  /** Every GET route below a worksheet, such as `/shortlist`. */
  reads: readonly string[];
  /** What the facilitator's own request showed of itself. */
  own: Record<string, string>;
  /** Name of the session cookie; null where only the API answers. */
  cookie: string | null;
};

const PAGES = ["", "/step/scale", "/differences", "/shortlist", "/costs", "/converge", "/decision", "/sign", "/settings", "/screen"];
const NAMES = ["Leak check, writes", "Leak check, reads"] as const;

/**
 * Proves from outside that nothing unrevealed is readable: a test member answers with marked text, and a second one and the
 * facilitator themself read every route and page there is. Both test members are deleted afterwards. Where everything is
 * revealed already the same is done on a fresh worksheet, because there is nothing left to hide on this one.
 */
export async function runLeakProbe(access: WorksheetAccess, input: Input): Promise<LeakProbeView> {
  requireRole(access, "facilitator");
  const revealed = await db().reveal.count({ where: { worksheetId: access.worksheetId } });
  const isOwn = revealed < QUESTION_IDS.length;
  const target = isOwn ? { id: access.worksheetId, own: input.own } : await freshWorksheet();
  const seats = await takeSeats(target.id);
  try {
    const canaries = await writeCanaries({ id: target.id, token: seats.writer, send: input.send });
    const heard = await readEverything({ ...input, id: target.id, own: target.own, reader: seats.reader });
    return await keepResult(access, { opId: input.opId, heard, canaries });
  } finally {
    await db().member.deleteMany({ where: { id: { in: seats.memberIds } } });
    await db().session.deleteMany({ where: { id: seats.sessionId } });
    if (!isOwn) await db().worksheet.deleteMany({ where: { id: target.id } });
  }
}

async function freshWorksheet() {
  const created = await createWorksheet({ title: "Leak check", yourName: "Leak check" }, null);
  return { id: created.id, own: { authorization: `Bearer ${created.tokens.return}` } };
}

/** Two members with a link each, and for the reader a session, as a browser would have. */
async function takeSeats(worksheetId: string) {
  const memberIds = NAMES.map(() => newId());
  const [writer, reader] = [newLinkToken("return"), newLinkToken("return")];
  const sessionToken = await db().$transaction(async (tx) => {
    await lockWorksheet(tx, worksheetId);
    const links = [newId(), newId()] as const;
    for (const [index, { hash }] of [writer, reader].entries()) {
      const memberId = memberIds[index] ?? "";
      await tx.member.create({ data: { id: memberId, worksheetId, name: NAMES[index] ?? "", role: "member", lastSeenAt: now() } });
      await tx.link.create({ data: { id: links[index] ?? "", worksheetId, kind: "return", tokenHash: hash, memberId } });
    }
    return grantToSession(tx, { session: null, worksheetId, linkId: links[1], memberId: memberIds[1] ?? null });
  });
  const grant = await db().grant.findFirstOrThrow({ where: { worksheetId, memberId: memberIds[1] ?? "" }, select: { sessionId: true } });
  return { memberIds, writer: writer.token, reader: { token: reader.token, session: sessionToken }, sessionId: grant.sessionId };
}

/** A marked number, reason and note on each question that is still hidden. */
async function writeCanaries({ id, token, send }: { id: string; token: string; send: Send }): Promise<Canaries> {
  const mark = newLinkToken("return").token.slice(2, 22);
  const canaries = { number: 700_000_000_000 + randomInt(99_999_999_999), words: [`reason-${mark}`, `note-${mark}`] };
  const [reason = "", note = ""] = canaries.words;
  const revealed = new Set((await db().reveal.findMany({ where: { worksheetId: id } })).map(({ question }) => question));
  const fields: Record<string, Record<string, unknown>> = {
    scale: { "y3.users": { value: canaries.number, baseVersion: 0, reason } },
    cost: { budget_month: { value: canaries.number, baseVersion: 0, reason } },
  };
  for (const question of QUESTION_IDS.filter((one) => !revealed.has(one))) {
    const body = { opId: newId(), round: 1, fields: fields[question] ?? {}, othersMayNotKnow: { text: note, baseVersion: 0 } };
    const path = `/api/v1/worksheets/${id}/answers/${question}`;
    const reply = await send({ method: "PUT", path, headers: { authorization: `Bearer ${token}` }, body });
    if (!reply.includes("versions")) throw new Error("The leak check could not answer, so it proves nothing.");
  }
  return canaries;
}

async function readEverything(input: Omit<Input, "opId"> & { id: string; reader: { token: string; session: string } }): Promise<Heard[]> {
  const { id, send, reads, cookie } = input;
  const readers: [string, Record<string, string>][] = [
    ["second member", { authorization: `Bearer ${input.reader.token}` }],
    ["facilitator", input.own],
  ];
  const read = async ([who, headers]: (typeof readers)[number], path: string): Promise<Heard> => ({
    where: `${who}: GET ${path || "/"}`,
    text: await send({ method: "GET", path: `/api/v1/worksheets/${id}${path}`, headers }),
  });
  // A stream is listened to for a while, so both are heard while everything else is read, one after the other.
  const others = async () => {
    const all: Heard[] = [];
    for (const reader of readers) for (const path of reads) if (!isStream(path)) all.push(await read(reader, path));
    return all;
  };
  const streams = reads.filter(isStream).flatMap((path) => readers.map((reader) => read(reader, path)));
  const heard = (await Promise.all([others(), ...streams])).flat();
  if (cookie === null) return heard;
  const sessions: [string, string][] = [
    ["second member", `${cookie}=${input.reader.session}`],
    ...(input.own.cookie === undefined ? [] : ([["facilitator", input.own.cookie]] as [string, string][])),
  ];
  for (const [who, value] of sessions) {
    for (const page of PAGES) {
      heard.push({
        where: `${who}: page ${page || "/"}`,
        text: await send({ method: "GET", path: `/w/${id}${page}`, headers: { cookie: value } }),
      });
    }
  }
  return heard;
}

const isStream = (path: string): boolean => path === "/events";

async function keepResult(
  access: WorksheetAccess,
  { opId, heard, canaries }: { opId: string; heard: readonly Heard[]; canaries: Canaries },
): Promise<LeakProbeView> {
  const leaks = findLeaks(heard, canaries);
  const result = { replies: heard.length, bytes: heard.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0), leaks };
  const { seq: _seq, ...view } = await writeWorksheet(access, {
    opId,
    input: { leakProbe: true },
    changed: ["workshop", "members"],
    run: async (tx) => {
      const { worksheetId } = access;
      await ensureWorkshop(tx, worksheetId);
      const byName = await nameOf(tx, access.memberId);
      const at = now();
      await tx.leakProbe.create({ data: { id: newId(), worksheetId, byMemberId: access.memberId, byName, at, ...result } });
      return {
        reply: { ...result, byName, at: at.toISOString() },
        event: { type: "leak_probe", replies: result.replies, leaks: leaks.length },
      };
    },
  });
  return view;
}
