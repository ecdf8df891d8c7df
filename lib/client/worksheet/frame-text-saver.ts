/** Text that the server has not acknowledged, and what the field said when typing began. */
export type FrameDraft = { text: string; base: string };

export type FrameSendResult =
  | { kind: "saved" }
  /** Somebody changed the same field: their text. */
  | { kind: "conflict"; theirs: string }
  | { kind: "unreachable"; isOffline: boolean }
  /** No repeat would help: the words that say why. */
  | { kind: "refused"; words: string };

export type FrameTextState = {
  draft: FrameDraft | null;
  status: "saved" | "waiting" | "saving" | "offline" | "failed" | "refused" | "conflict";
  refusal: string | null;
  /** The team's text, saved while this one was typed. Nothing is sent until it is settled. */
  theirs: string | null;
};

export type FrameTextParts = {
  send: (draft: FrameDraft) => Promise<FrameSendResult>;
  /** Keeps a copy that outlives the page; null forgets it. */
  keep: (draft: FrameDraft | null) => void;
  delayMs: number;
  retryMs: (attempts: number) => number;
};

export type FrameTextSaver = ReturnType<typeof createFrameTextSaver>;

const SETTLED: FrameTextState = { draft: null, status: "saved", refusal: null, theirs: null };

/** Sends one field of the frame: after a pause in typing, one request at a time, again and again while the server is out of reach. */
export function createFrameTextSaver({ send, keep, delayMs, retryMs }: FrameTextParts) {
  const listeners = new Set<() => void>();
  let state = SETTLED;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let attempts = 0;

  function change(next: Partial<FrameTextState>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function schedule(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  function forget() {
    clearTimeout(timer);
    keep(null);
    change(SETTLED);
  }

  function hold(draft: FrameDraft) {
    keep(draft);
    change({ draft, refusal: null, status: state.theirs === null ? "waiting" : "conflict" });
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const sent = state.draft;
    if (sent === null || isSending || state.theirs !== null) return;
    if (sent.text === sent.base && attempts === 0) return forget();
    isSending = true;
    change({ status: "saving" });
    const result = await send(sent);
    isSending = false;
    attempts = result.kind === "unreachable" ? attempts + 1 : 0;
    take(sent, result);
  }

  function take(sent: FrameDraft, result: FrameSendResult) {
    const isTypedOn = state.draft !== null && state.draft.text !== sent.text;
    if (result.kind === "conflict") return change({ status: "conflict", theirs: result.theirs });
    if (result.kind === "unreachable") {
      change({ status: result.isOffline ? "offline" : "failed" });
      return schedule(retryMs(attempts));
    }
    if (result.kind === "saved" && !isTypedOn) return forget();
    if (result.kind === "saved" && state.draft) hold({ text: state.draft.text, base: sent.text });
    if (isTypedOn) return schedule(delayMs);
    if (result.kind === "refused") change({ status: "refused", refusal: result.words });
  }

  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** `shown` is what the field said before this change. */
    edit(text: string, shown: string) {
      hold({ text, base: state.draft?.base ?? shown });
      // While the server is away its own, longer wait decides.
      if (attempts === 0 && state.theirs === null) schedule(delayMs);
    },
    /** Takes up what an earlier visit could not send. */
    restore(draft: FrameDraft, saved: string) {
      if (state.draft !== null) return;
      if (draft.text === saved) return forget();
      change({ draft, status: "waiting" });
      void flush();
    },
    keepMine() {
      if (state.draft === null || state.theirs === null) return;
      const draft = { text: state.draft.text, base: state.theirs };
      change({ theirs: null });
      hold(draft);
      void flush();
    },
    drop: forget,
    flush,
    stop: () => clearTimeout(timer),
  };
}
