import { createFrameTextSaver, type FrameTextParts, type FrameTextSaver, type FrameTextState } from "./frame-text-saver";
import { keptFrameDraft } from "./kept-frame-drafts";
import { reconnectDelayMs } from "./reconnect-delay";
import { type SaveStatus, saveState } from "./save-state";

const DELAY_MS = 800;

type Asked = { worksheetId: string; field: string; saved: string; send: FrameTextParts["send"] };

/** The saver of one frame field. One per tab, so that it goes on sending after the sheet is closed or its screen left. */
export function frameTextFor({ worksheetId, field, saved, send }: Asked): FrameTextSaver {
  const name = `frame:${worksheetId}:${field}`;
  const known = savers.get(name);
  if (known) return known;
  const kept = keptFrameDraft(worksheetId, field);
  const saver = createFrameTextSaver({
    send,
    keep: (draft) => void kept.write(draft),
    delayMs: DELAY_MS,
    retryMs: (attempts) => reconnectDelayMs(attempts, Math.random()),
  });
  // A server renders for many people and must remember none of them.
  if (typeof window === "undefined") return saver;
  if (savers.size === 0) listen();
  savers.set(name, saver);
  saver.subscribe(() => report(name, saver.getState()));
  void kept.read().then((draft) => draft && saver.restore(draft, saved));
  return saver;
}

const savers = new Map<string, FrameTextSaver>();

function listen() {
  const flushAll = () => {
    for (const saver of savers.values()) void saver.flush();
  };
  window.addEventListener("online", flushAll);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flushAll());
}

const SHOWN: Record<FrameTextState["status"], SaveStatus> = {
  saved: "saved",
  waiting: "saving",
  saving: "saving",
  offline: "offline",
  failed: "failed",
  refused: "held",
  conflict: "held",
};

function report(name: string, { status }: FrameTextState) {
  const shown = SHOWN[status];
  saveState.set({ status: shown, waiting: shown === "saved" || shown === "saving" ? 0 : 1 }, name);
}
