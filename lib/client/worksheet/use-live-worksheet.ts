"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Line } from "./live-line";
import { askAgain, gatherChanges } from "./refresh";

/** `since` is when the line went down, in milliseconds of this device's clock. */
export type Connection = { state: "live" | "reconnecting" | "held_up" | "offline" | "caughtUp"; since: number };

const POLL_CLOSED_MS = 3_000;
const POLL_OPEN_MS = 15_000;
/** A reload or a short hiccup is not worth a word. */
const SAY_AFTER_MS = 2_500;
const CAUGHT_UP_MS = 5_000;
/** A line that is still silent after this, while requests are answered, is held up by something between here and the server. */
const HELD_UP_MS = 8_000;
const LIVE: Connection = { state: "live", since: 0 };

/**
 * Keeps everything cached about one worksheet fresh: the stream says that something changed, we ask what. While the
 * stream is down a poll stands in; a slow poll runs beside it anyway, because a stream can die without a sound.
 */
export function useLiveWorksheet(id: string): Connection {
  const queryClient = useQueryClient();
  const [connection, setConnection] = useState(LIVE);

  useEffect(() => {
    const refresher = gatherChanges((changed) => askAgain(queryClient, id, changed));
    let lastAsked = Date.now();
    let downSince: number | null = Date.now();
    let isSaid = false;
    let isLeft = false;
    let line: Line | null = null;
    let settle: ReturnType<typeof setTimeout> | undefined;

    const ask = (changed: readonly string[] = ["*"]) => {
      lastAsked = Date.now();
      refresher.ask(changed);
    };
    const onOpen = () => {
      // What happened while the line was down is not replayed in order, so ask for the whole.
      if (downSince !== null && Date.now() - downSince > SAY_AFTER_MS) ask();
      downSince = null;
      clearTimeout(settle);
      if (isSaid) settle = setTimeout(() => setConnection(LIVE), CAUGHT_UP_MS);
      setConnection(isSaid ? { state: "caughtUp", since: 0 } : LIVE);
      isSaid = false;
    };
    const onError = () => {
      downSince ??= Date.now();
    };
    const tick = () => {
      if (downSince !== null && Date.now() - downSince > SAY_AFTER_MS) {
        const since = downSince;
        const state = stateOfLost(since);
        isSaid = true;
        setConnection((known) => (known.state === state && known.since === since ? known : { state, since }));
      }
      const pause = downSince === null ? POLL_OPEN_MS : POLL_CLOSED_MS;
      if (Date.now() - lastAsked >= pause && document.visibilityState === "visible") ask();
    };
    const stateOfLost = (since: number) => {
      if (!navigator.onLine) return "offline";
      const answeredAt = queryClient.getQueryState(["worksheet", id])?.dataUpdatedAt ?? 0;
      return Date.now() - since > HELD_UP_MS && answeredAt > since + SAY_AFTER_MS ? "held_up" : "reconnecting";
    };
    const onVisible = () => {
      if (document.visibilityState !== "visible") return;
      line?.reopen();
      ask();
    };

    // The first paint is fresh already, so the line may come after it.
    void import("./live-line").then(({ openSharedLine }) => {
      if (!isLeft) line = openSharedLine(id, { onOpen, onError, onChange: ask });
    });
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("online", onVisible);
    // A stream without a network may stay silent for minutes before it fails.
    window.addEventListener("offline", onError);
    const timer = setInterval(tick, 1_000);
    return () => {
      isLeft = true;
      line?.close();
      clearInterval(timer);
      clearTimeout(settle);
      refresher.stop();
      document.removeEventListener("visibilitychange", onVisible);
      window.removeEventListener("online", onVisible);
      window.removeEventListener("offline", onError);
    };
  }, [id, queryClient]);

  return connection;
}
