"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { reconnectDelayMs } from "./reconnect-delay";

export type Connection = "live" | "reconnecting" | "offline";

const POLL_CLOSED_MS = 3_000;
const POLL_OPEN_MS = 15_000;
const GATHER_MS = 120;
/** A reload or a short hiccup is not worth a word. */
const SAY_AFTER_MS = 2_500;

/**
 * Keeps everything cached about one worksheet fresh: the stream says that something changed, we ask what. While the
 * stream is down a poll stands in; a slow poll runs beside it anyway, because a stream can die without a sound.
 */
export function useLiveWorksheet(id: string): Connection {
  const queryClient = useQueryClient();
  const [connection, setConnection] = useState<Connection>("live");

  useEffect(() => {
    const refresher = gather(() => queryClient.invalidateQueries({ queryKey: ["worksheet", id] }));
    let lastAsked = Date.now();
    let downSince: number | null = Date.now();

    const ask = () => {
      lastAsked = Date.now();
      refresher.ask();
    };
    const onOpen = () => {
      // What happened while the line was down is not replayed in order, so ask for the whole.
      if (downSince !== null && Date.now() - downSince > SAY_AFTER_MS) ask();
      downSince = null;
      setConnection("live");
    };
    const onError = () => {
      downSince ??= Date.now();
    };
    const tick = () => {
      if (downSince !== null && Date.now() - downSince > SAY_AFTER_MS) setConnection(navigator.onLine ? "reconnecting" : "offline");
      const pause = downSince === null ? POLL_OPEN_MS : POLL_CLOSED_MS;
      if (Date.now() - lastAsked >= pause && document.visibilityState === "visible") ask();
    };
    const onVisible = () => {
      if (document.visibilityState !== "visible") return;
      line.reopen();
      ask();
    };

    const line = openLine({ url: `/api/v1/worksheets/${id}/events`, onOpen, onError, onChange: ask });
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("online", onVisible);
    const timer = setInterval(tick, 1_000);
    return () => {
      line.close();
      clearInterval(timer);
      refresher.stop();
      document.removeEventListener("visibilitychange", onVisible);
      window.removeEventListener("online", onVisible);
    };
  }, [id, queryClient]);

  return connection;
}

type Line = { url: string; onOpen: () => void; onError: () => void; onChange: () => void };

/** A stream that stays up: a browser gives up for good on any reply but 200, so a closed one is opened anew after a wait. */
function openLine({ url, onOpen, onError, onChange }: Line) {
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stream = open();

  function open() {
    clearTimeout(timer);
    const opened = new EventSource(url);
    opened.addEventListener("open", () => {
      attempts = 0;
      onOpen();
    });
    opened.addEventListener("error", () => {
      onError();
      if (opened.readyState !== EventSource.CLOSED) return;
      attempts += 1;
      clearTimeout(timer);
      timer = setTimeout(reopen, reconnectDelayMs(attempts, Math.random()));
    });
    opened.addEventListener("change", onChange);
    return opened;
  }

  function reopen() {
    if (stream.readyState === EventSource.CLOSED) stream = open();
  }

  return {
    reopen,
    close() {
      clearTimeout(timer);
      stream.close();
    },
  };
}

/** Many events become one request at a time: none is cancelled by the next, and the last one is never missed. */
function gather(run: () => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isRunning = false;
  let isAsked = false;
  let isStopped = false;

  const start = async () => {
    timer = null;
    isRunning = true;
    isAsked = false;
    await run();
    isRunning = false;
    if (isAsked && !isStopped) timer = setTimeout(start, GATHER_MS);
  };
  return {
    ask() {
      isAsked = true;
      if (!isRunning && timer === null && !isStopped) timer = setTimeout(start, GATHER_MS);
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
