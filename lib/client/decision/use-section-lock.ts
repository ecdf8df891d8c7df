"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { LOCK_SECONDS, type LockView } from "@/lib/domain/decision/desk";
import type { DecisionSection } from "@/lib/domain/worksheet/schema";
import { sendLock } from "./desk-mutations";
import { deskQueries } from "./desk-queries";

type Input = { worksheetId: string; section: DecisionSection; memberId: string };
const RENEW_MS = (LOCK_SECONDS / 3) * 1_000;

/** Who else is writing in a section, and saying that you are: from focus to blur, renewed while it lasts. */
export function useSectionLock({ worksheetId, section, memberId }: Input) {
  const { data: desk } = useQuery(deskQueries.desk(worksheetId));
  const [isWriting, setIsWriting] = useState(false);
  const held = desk?.locks.find((lock) => lock.section === section) ?? null;
  const other: LockView | null = held !== null && held.memberId !== memberId ? held : null;

  useEffect(() => {
    if (!isWriting) return;
    const say = () => void sendLock(worksheetId, { section, act: "take" });
    say();
    const timer = setInterval(say, RENEW_MS);
    return () => {
      clearInterval(timer);
      void sendLock(worksheetId, { section, act: "release" });
    };
  }, [isWriting, worksheetId, section]);

  return {
    other,
    start: () => setIsWriting(true),
    stop: () => setIsWriting(false),
    async takeOver() {
      await sendLock(worksheetId, { section, act: "take_over" });
      setIsWriting(true);
    },
  };
}
