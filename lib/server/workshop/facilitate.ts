import "server-only";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import { AppError } from "@/lib/domain/errors";
import type { TimerInput, WorkshopInput } from "@/lib/domain/workshop/inputs";
import { READING, stageOfScreen } from "@/lib/domain/workshop/pointer";
import { mayChoosePolicy } from "@/lib/domain/workshop/reveal-plan";
import type { Screen } from "@/lib/domain/workshop/schema";
import { paused, withMore } from "@/lib/domain/workshop/timer";
import { requireRole, type WorksheetAccess } from "../access";
import { now } from "../clock";
import type { Tx } from "../db/client";
import { showQuestions } from "../worksheet/writes";
import { actInWorkshop } from "./act";

/** Agenda, closing time, reveal policy, and whether members may take over from an absent lead. */
export async function setWorkshop(access: WorksheetAccess, input: WorkshopInput) {
  requireRole(access, "facilitator");
  return actInWorkshop(access, {
    input,
    changed: input.revealPolicy === "open" ? ["reveal", "answers", "stage"] : [],
    run: async (tx, { worksheetId, memberId }) => {
      if (input.revealPolicy !== undefined) await refusePolicy(tx, { worksheetId, to: input.revealPolicy });
      // Open from the start is a reveal of everything before it is answered.
      if (input.revealPolicy === "open") await showQuestions(tx, { worksheetId, questions: [...QUESTION_IDS], byMemberId: memberId });
      await tx.workshop.update({
        where: { worksheetId },
        data: {
          ...(input.revealPolicy === undefined ? {} : { revealPolicy: input.revealPolicy }),
          ...(input.agenda === undefined ? {} : { agenda: input.agenda }),
          ...(input.closesAt === undefined ? {} : { closesAt: input.closesAt === null ? null : new Date(input.closesAt) }),
          ...(input.isTakeOverLocked === undefined ? {} : { takeOverLockedAt: input.isTakeOverLocked ? now() : null }),
        },
      });
      const { opId: _opId, ...set } = input;
      return { reply: {}, event: { type: "workshop_set", ...set } as { type: string } & Record<string, string | boolean | null> };
    },
  });
}

async function refusePolicy(tx: Tx, { worksheetId, to }: { worksheetId: string; to: "together" | "step" | "open" }) {
  const revealed = await tx.reveal.count({ where: { worksheetId } });
  const answering = await tx.member.count({ where: { worksheetId, removedAt: null, role: { in: ["facilitator", "member"] } } });
  if (!mayChoosePolicy({ to, revealed, answering }))
    throw new AppError(
      "illegal_transition",
      "Open answers are for one or two people, and nothing can be hidden again once it was revealed.",
    );
}

/** Moves the team's pointer. It offers a way and moves nobody; ticks of the screen that is left go. */
export async function movePointer(access: WorksheetAccess, input: { opId: string; screen: Screen; topic?: string | null | undefined }) {
  requireRole(access, "facilitator");
  return actInWorkshop(access, {
    input,
    changed: ["stage"],
    run: async (tx, { worksheetId, memberId }) => {
      const before = await tx.workshop.findUniqueOrThrow({ where: { worksheetId }, select: { pointerScreen: true, pointerTopic: true } });
      if (isMove(before, input)) await tx.stageReady.deleteMany({ where: { worksheetId } });
      const topic = input.topic ?? null;
      await tx.workshop.update({
        where: { worksheetId },
        data: { pointerScreen: input.screen, pointerTopic: topic, pointerBy: memberId, pointerAt: now() },
      });
      await tx.worksheet.update({ where: { id: worksheetId }, data: { stage: stageOfScreen(input.screen) } });
      return { reply: {}, event: { type: "pointer_moved", screen: input.screen, topic } };
    },
  });
}

/** Reading in silence and talking are two things to be ready with, on one screen. */
function isMove(
  before: { pointerScreen: string | null; pointerTopic: string | null },
  input: { screen: Screen; topic?: string | null | undefined },
) {
  const isReading = (topic: string | null | undefined) => topic === READING;
  return before.pointerScreen !== input.screen || isReading(before.pointerTopic) !== isReading(input.topic);
}

/** "I'm ready" on the screen where the team is; a tick for another screen would never be seen and is refused. */
export async function setStageReady(access: WorksheetAccess, input: { opId: string; screen: Screen; ready: boolean }) {
  requireRole(access, "facilitator", "member");
  return actInWorkshop(access, {
    input,
    run: async (tx, { worksheetId, memberId }) => {
      const { pointerScreen } = await tx.workshop.findUniqueOrThrow({ where: { worksheetId }, select: { pointerScreen: true } });
      if (pointerScreen !== input.screen) throw new AppError("illegal_transition", "The team is on another screen.");
      const key = { worksheetId, memberId, screen: input.screen };
      if (input.ready) await tx.stageReady.upsert({ where: { worksheetId_memberId_screen: key }, create: key, update: {} });
      else await tx.stageReady.deleteMany({ where: key });
      return { reply: {}, event: { type: input.ready ? "stage_ready" : "stage_not_ready", screen: input.screen } };
    },
  });
}

/** The shared timer. It tells the time and ends nothing. */
export async function setTimer(access: WorksheetAccess, input: TimerInput) {
  requireRole(access, "facilitator");
  return actInWorkshop(access, {
    input,
    run: async (tx, { worksheetId }) => {
      await tx.workshop.update({ where: { worksheetId }, data: await timerData(tx, worksheetId, input) });
      return { reply: {}, event: { type: `timer_${input.action}`, seconds: "seconds" in input ? input.seconds : null } };
    },
  });
}

async function timerData(tx: Tx, worksheetId: string, input: TimerInput) {
  if (input.action === "stop") return { timerStartedAt: null, timerSeconds: null, timerPausedS: null, timerTopic: null };
  if (input.action === "start")
    return { timerStartedAt: now(), timerSeconds: input.seconds, timerPausedS: null, timerTopic: input.topic ?? null };
  const { timerStartedAt, timerSeconds, timerPausedS } = await tx.workshop.findUniqueOrThrow({ where: { worksheetId } });
  if (timerStartedAt === null || timerSeconds === null) throw new AppError("illegal_transition", "No timer runs.");
  const timer = { startedAt: timerStartedAt.toISOString(), seconds: timerSeconds, topic: null, pausedS: timerPausedS };
  const at = now().getTime();
  const { startedAt, seconds, pausedS } =
    input.action === "add"
      ? withMore({ timer, more: input.seconds, now: at })
      : paused({ timer, isPaused: input.action === "pause", now: at });
  return { timerStartedAt: new Date(startedAt), timerSeconds: seconds, timerPausedS: pausedS };
}
