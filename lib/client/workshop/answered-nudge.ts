const KEY = "shortlist.answeredNudge";

/** Where storage is blocked: as long as the page. */
let kept: string | null = null;

/** When the question that was put away last was asked: for the whole tab, as each screen has its own bar, and after a reload. */
export function readAnsweredNudge(): string | null {
  try {
    return sessionStorage.getItem(KEY) ?? kept;
  } catch {
    return kept;
  }
}

export function answerNudge(at: string): void {
  kept = at;
  try {
    sessionStorage.setItem(KEY, at);
  } catch {
    // A reload asks once more.
  }
}
