import type { SaveState } from "../worksheet/save-state";
import type { SaverState } from "./section-saver";

/** Where saving the decision stands. A conflict and a refused text wait for a person, however good the line is. */
export function decisionSaveState(states: readonly SaverState[]): SaveState {
  const held = states.filter(isHeld).length;
  const moving = states.filter((state) => !isHeld(state));
  const unsent = moving.filter((state) => state.status === "kept").length;
  if (unsent > 0) return { status: "offline", waiting: unsent };
  if (held > 0) return { status: "held", waiting: held };
  const isSaving = moving.some((state) => state.status === "waiting" || state.status === "saving");
  return { status: isSaving ? "saving" : "saved", waiting: 0 };
}

function isHeld(state: SaverState): boolean {
  return state.conflict !== null || state.status === "refused";
}
