import type { Timer } from "./schema";

/**
 * Seconds left of a shared timer; 0 once it has run out, never less, and always the same while it is paused. `serverNow` is
 * in milliseconds since the epoch by the server's clock.
 * @example remainingSeconds({ startedAt: "2026-11-20T10:00:00.000Z", seconds: 300, topic: null, pausedS: null }, Date.parse("2026-11-20T10:01:00Z")) // 240
 */
export function remainingSeconds(timer: Timer, serverNow: number): number {
  if (timer.pausedS !== null) return timer.pausedS;
  const left = Date.parse(timer.startedAt) + timer.seconds * 1_000 - serverNow;
  return Math.max(0, Math.ceil(left / 1_000));
}

/**
 * By how much the server's clock is ahead of this one, in milliseconds: add it to the local time. `sentAt` and
 * `receivedAt` are local; the reply is taken to have been made halfway between them.
 * @example clockOffset({ serverNow: "2026-11-20T10:10:00.000Z", sentAt: Date.parse("2026-11-20T10:00:00Z"), receivedAt: Date.parse("2026-11-20T10:00:00Z") }) // 600000
 */
export function clockOffset(input: { serverNow: string; sentAt: number; receivedAt: number }): number {
  return Date.parse(input.serverNow) - (input.sentAt + input.receivedAt) / 2;
}

/**
 * A countdown as people read it.
 * @example clockFace(125) // "2:05"
 */
export function clockFace(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** What of a timer changes when it is paused, let go on or given more time. */
type Changed = Pick<Timer, "startedAt" | "seconds" | "pausedS">;

/**
 * A timer after more time was added: from now on when it has run out, else on top of what is left, paused or not.
 * @example withMore({ timer: { startedAt: "2026-11-20T10:00:00.000Z", seconds: 60, topic: null, pausedS: null }, more: 120, now: Date.parse("2026-11-20T10:02:00Z") }).seconds // 240
 */
export function withMore({ timer, more, now }: { timer: Timer; more: number; now: number }): Changed {
  const { startedAt, seconds, pausedS } = timer;
  if (pausedS !== null) return { startedAt, seconds: seconds + more, pausedS: pausedS + more };
  const elapsed = Math.ceil((now - Date.parse(startedAt)) / 1_000);
  return { startedAt, seconds: Math.max(seconds, elapsed) + more, pausedS };
}

/**
 * A timer that stands still with what is left, or goes on with it from now; one that is so already stays as it is.
 * @example paused({ timer: { startedAt: "2026-11-20T10:00:00.000Z", seconds: 60, topic: null, pausedS: null }, isPaused: true, now: Date.parse("2026-11-20T10:00:20Z") }).pausedS // 40
 */
export function paused({ timer, isPaused, now }: { timer: Timer; isPaused: boolean; now: number }): Changed {
  const { startedAt, seconds, pausedS } = timer;
  if (isPaused === (pausedS !== null)) return { startedAt, seconds, pausedS };
  if (pausedS === null) return { startedAt, seconds, pausedS: remainingSeconds(timer, now) };
  return { startedAt: new Date(now).toISOString(), seconds: pausedS, pausedS: null };
}
