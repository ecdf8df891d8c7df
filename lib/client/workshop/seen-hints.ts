import type { Hint } from "@/lib/domain/workshop/hints";

const KEY = "shortlist.hints";

/** Where storage is blocked: as long as the page. */
let kept: readonly string[] = [];

/** Which hints this browser has put away, for good. */
export function seenHints(): readonly string[] {
  try {
    return localStorage.getItem(KEY)?.split(" ") ?? kept;
  } catch {
    return kept;
  }
}

export function putHintAway(hint: Hint): void {
  kept = [...seenHints(), hint];
  try {
    localStorage.setItem(KEY, kept.join(" "));
  } catch {
    // `kept` has it until the next reload.
  }
}
