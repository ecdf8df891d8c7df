import { z } from "zod";
import { reconnectDelayMs } from "./reconnect-delay";

/** The server speaks every four seconds. A line that is silent for longer is held up on its way, by a proxy that waits for the end. */
const DEAF_MS = 10_000;

/** What a line tells: it stands and is heard, it broke or is silent, or something changed. */
export type LineEvents = { onOpen: () => void; onError: () => void; onChange: (changed: string[]) => void };
export type Line = { reopen: () => void; close: () => void };

const saidSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("open") }),
  z.object({ type: z.literal("error") }),
  z.object({ type: z.literal("change"), changed: z.array(z.string()) }),
  /** A tab that has just come asks how the line is. */
  z.object({ type: z.literal("ask") }),
]);
type Said = z.infer<typeof saidSchema>;

/**
 * One stream for all tabs of this browser on a worksheet: browsers allow six connections to a host, and each tab with its
 * own would soon leave none for saving. The tab that holds the lock has the stream and passes on what it hears; when it
 * closes, another gets the lock. Where a browser offers neither lock nor channel, each tab has its own stream.
 */
export function openSharedLine(worksheetId: string, events: LineEvents): Line {
  const url = `/api/v1/worksheets/${worksheetId}/events`;
  if (!("locks" in navigator) || typeof BroadcastChannel === "undefined") return openLine(url, events);
  const name = `shortlist-live:${worksheetId}`;
  const channel = new BroadcastChannel(name);
  const leaving = new AbortController();
  let own: Line | null = null;
  let isOpen = false;

  const tell = (said: Said) => channel.postMessage(said);
  channel.onmessage = ({ data }) => {
    const said = saidSchema.safeParse(data);
    if (!said.success) return;
    if (said.data.type === "ask" && own !== null) tell({ type: isOpen ? "open" : "error" });
    if (own !== null) return;
    if (said.data.type === "open") events.onOpen();
    if (said.data.type === "error") events.onError();
    if (said.data.type === "change") events.onChange(said.data.changed);
  };
  tell({ type: "ask" });

  const lead = () =>
    new Promise<void>((done) => {
      // A page can be left between asking for the lock and having it.
      if (leaving.signal.aborted) return done();
      own = openLine(url, {
        onOpen: () => {
          isOpen = true;
          events.onOpen();
          tell({ type: "open" });
        },
        onError: () => {
          isOpen = false;
          events.onError();
          tell({ type: "error" });
        },
        onChange: (changed) => {
          events.onChange(changed);
          tell({ type: "change", changed });
        },
      });
      leaving.signal.addEventListener("abort", () => done());
    });
  navigator.locks.request(name, { signal: leaving.signal }, lead).catch(() => undefined);

  return {
    reopen: () => own?.reopen(),
    close() {
      leaving.abort();
      own?.close();
      channel.close();
    },
  };
}

/** A stream that stays up: a browser gives up for good on any reply but 200, so a closed one is opened anew after a wait. */
function openLine(url: string, { onOpen, onError, onChange }: LineEvents): Line {
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let isHeard = false;
  let isClosed = false;
  let stream = open();

  /** That something was heard is what an open line means: a proxy may pass on the first reply and nothing after it. */
  function hear() {
    if (isClosed) return;
    attempts = 0;
    clearTimeout(silence);
    silence = setTimeout(lose, DEAF_MS);
    if (!isHeard) onOpen();
    isHeard = true;
  }

  function lose() {
    clearTimeout(silence);
    isHeard = false;
    onError();
  }

  function open() {
    clearTimeout(timer);
    const opened = new EventSource(url);
    opened.addEventListener("here", hear);
    opened.addEventListener("error", () => {
      if (isClosed) return;
      lose();
      if (opened.readyState !== EventSource.CLOSED) return;
      attempts += 1;
      clearTimeout(timer);
      timer = setTimeout(reopen, reconnectDelayMs(attempts, Math.random()));
    });
    opened.addEventListener("change", ({ data }) => {
      hear();
      if (!isClosed) onChange(changedOf(data));
    });
    return opened;
  }

  function reopen() {
    if (stream.readyState === EventSource.CLOSED) stream = open();
  }

  return {
    reopen,
    close() {
      isClosed = true;
      clearTimeout(timer);
      clearTimeout(silence);
      stream.close();
    },
  };
}

/** What changed; everything, where the event cannot be read. */
function changedOf(data: unknown): string[] {
  try {
    const { changed } = JSON.parse(String(data)) as { changed?: unknown };
    return Array.isArray(changed) ? changed.map(String) : ["*"];
  } catch {
    return ["*"];
  }
}
