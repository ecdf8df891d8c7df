import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import { routes } from "@/lib/routes";

export type Command = {
  /** What to press, such as `g 1`; empty where only the menu has it. */ key: string;
  label: string;
  /** What tells it from another of the same words. */ id?: string;
  run: () => void;
};

/** Keys pressed before the commands were there; `isTaken` once the commands listen by themselves. */
export type EarlyKeys = { events: KeyboardEvent[]; isTaken: boolean };

const RESULTS = ["differences", "shortlist", "costs", "converge", "decision", "sign"] as const;

/** True where a letter is text: in fields, in dialogs and menus. */
export function isInField(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest("input, textarea, select, [contenteditable], [role=dialog], [role=listbox]") !== null;
}

/** The screen before or after this one; where there is none, the same. */
export function stepAfter({ id, current, by }: { id: string; current: string; by: 1 | -1 }): string {
  const hrefs = [...QUESTION_IDS.map((question) => routes.step(id, question)), ...RESULTS.map((screen) => routes[screen](id))];
  const screens: readonly string[] = [...QUESTION_IDS, ...RESULTS];
  const at = screens.indexOf(current);
  return hrefs[at + by] ?? hrefs[at] ?? routes.worksheet(id);
}
