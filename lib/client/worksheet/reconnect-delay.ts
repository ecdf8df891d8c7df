/**
 * Milliseconds before the next try to reach the server: 1 s doubled per failed attempt, at most 15 s, of which a random
 * half is left out so that a team does not come back all at once. `reconnectDelayMs(3, 0.5)` is 3000.
 */
export function reconnectDelayMs(attempts: number, random: number): number {
  const full = Math.min(15_000, 1_000 * 2 ** Math.max(0, attempts - 1));
  return Math.round(full * (0.5 + random / 2));
}
