import type { ErrorCode } from "@/lib/domain/errors";
import type { SectionView } from "@/lib/domain/worksheet/schema";

/** Text that the server has not acknowledged. `opId` stays the same while the text does, so that a repeat is recognised. */
export type SectionDraft = { text: string; baseVersion: number; opId: string };

export type SendResult =
  | { kind: "saved"; section: SectionView }
  | { kind: "stale"; current: SectionView }
  | { kind: "unreachable" }
  | { kind: "refused"; code: ErrorCode };

export type SectionStatus = "saved" | "waiting" | "saving" | "kept" | "refused";

export type SaverState = {
  draft: SectionDraft | null;
  status: SectionStatus;
  refusal: ErrorCode | null;
  /** Somebody else's text, saved over the version this one was written on. Nothing is sent until it is settled. */
  conflict: SectionView | null;
};

export type SectionSaverParts = {
  send: (draft: SectionDraft) => Promise<SendResult>;
  /** Keeps a copy that outlives the page; null forgets it. */
  keep: (draft: SectionDraft | null) => void;
  newOpId: () => string;
  delayMs: number;
  retryMs: number;
};

export type SectionSaver = ReturnType<typeof createSectionSaver>;

/** Sends one text field to the server: waits for a pause in typing, one request at a time, never forgets unsent text. */
export function createSectionSaver({ send, keep, newOpId, delayMs, retryMs }: SectionSaverParts) {
  const listeners = new Set<() => void>();
  let state: SaverState = { draft: null, status: "saved", refusal: null, conflict: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;

  function change(next: Partial<SaverState>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function schedule(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  function hold(text: string, baseVersion: number) {
    const draft = { text, baseVersion, opId: newOpId() };
    keep(draft);
    change({ draft, status: "waiting", refusal: null });
  }

  function forget() {
    clearTimeout(timer);
    keep(null);
    change({ draft: null, status: "saved", refusal: null, conflict: null });
  }

  function settle(sent: SectionDraft, version: number) {
    if (state.draft === null || state.draft.text === sent.text) return forget();
    hold(state.draft.text, version);
    schedule(delayMs);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const sent = state.draft;
    if (sent === null || isSending || state.conflict !== null) return;
    isSending = true;
    change({ status: "saving" });
    const result = await send(sent);
    isSending = false;
    if (result.kind === "saved") return settle(sent, result.section.version);
    if (result.kind === "stale" && result.current.text === state.draft?.text) return forget();
    if (result.kind === "stale") return change({ status: "kept", conflict: result.current });
    if (result.kind === "refused") return change({ status: "refused", refusal: result.code });
    change({ status: "kept" });
    schedule(retryMs);
  }

  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit(text: string, serverVersion: number) {
      hold(text, state.draft?.baseVersion ?? serverVersion);
      if (state.conflict === null) schedule(delayMs);
    },
    /** Takes up what an earlier visit could not send. */
    restore(draft: SectionDraft, server: { text: string; version: number }) {
      if (state.draft !== null) return;
      if (draft.text === server.text) return forget();
      change({ draft, status: "waiting" });
      void flush();
    },
    keepMine(text: string) {
      if (state.conflict === null) return;
      hold(text, state.conflict.version);
      change({ conflict: null });
      void flush();
    },
    keepTheirs: forget,
    flush,
    stop: () => clearTimeout(timer),
  };
}
