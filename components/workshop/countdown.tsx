"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { announce } from "@/components/ui/live-region";
import type { Timer } from "@/lib/domain/workshop/schema";
import { clockFace, remainingSeconds } from "@/lib/domain/workshop/timer";
import { useTopicName } from "./use-topic-name";

const TICK_MS = 250;
const LAST_S = 60;

type Props = {
  timer: Timer;
  offsetMs: number;
  /** Only that it runs, and its end. */
  isHidden?: boolean;
  /** What can be done about it as long as it runs. */
  children?: ReactNode;
};

/** What is left of the shared timer, by the server's clock. Says the last minute and the end aloud, and stops nothing. */
export function Countdown({ timer, offsetMs, isHidden = false, children }: Props) {
  const t = useTranslations("workshop.timer");
  const left = useSecondsLeft(timer, offsetMs);
  const topic = useTopicName(timer.topic);
  const before = useRef<number | null>(null);

  useEffect(() => {
    const last = before.current;
    before.current = left;
    if (last === null || last <= left) return;
    if (last > LAST_S && left <= LAST_S && left > 0 && !isHidden) announce(t("lastMinute"));
    if (last > 0 && left === 0) announce(t("ended"));
  }, [left, isHidden, t]);

  if (left === 0) return <span role="timer">{t("over")}</span>;
  const time = clockFace(left);
  const words = topic ? t("leftTopic", { time, topic }) : t("left", { time });
  return (
    <>
      {isHidden ? (
        <span>{t("hidden")}</span>
      ) : (
        <span role="timer" className="num">
          {timer.pausedS === null ? words : t("paused", { left: words })}
        </span>
      )}
      {children}
    </>
  );
}

function useSecondsLeft(timer: Timer, offsetMs: number): number {
  const read = () => remainingSeconds(timer, Date.now() + offsetMs);
  const [left, setLeft] = useState(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is made of the two it depends on
  useEffect(() => {
    setLeft(read());
    const tick = setInterval(() => setLeft(read()), TICK_MS);
    return () => clearInterval(tick);
  }, [timer.startedAt, timer.seconds, timer.pausedS, offsetMs]);
  return left;
}
