import type { Timer } from "./schema";

/**
 * Seconds left of a shared timer; 0 once it has run out, never less. `serverNow` is in milliseconds since the epoch by
 * the server's clock.
 * @example remainingSeconds({ startedAt: "2026-11-20T10:00:00.000Z", seconds: 300, topic: null }, Date.parse("2026-11-20T10:01:00Z")) // 240
 */
export function remainingSeconds(timer: Timer, serverNow: number): number {
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

/**
 * Seconds of a timer after more time was added: from now on when it has run out, else on top of what is left.
 * @example secondsWithMore({ timer: { startedAt: "2026-11-20T10:00:00.000Z", seconds: 60, topic: null }, more: 120, now: Date.parse("2026-11-20T10:02:00Z") }) // 240
 */
export function secondsWithMore({ timer, more, now }: { timer: Timer; more: number; now: number }): number {
  const elapsed = Math.ceil((now - Date.parse(timer.startedAt)) / 1_000);
  return Math.max(timer.seconds, elapsed) + more;
}
