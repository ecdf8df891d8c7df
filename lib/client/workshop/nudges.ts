"use client";

import { useMutation } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { z } from "zod";
import type { Nudge } from "@/lib/domain/workshop/schema";
import { ApiError, apiRequest } from "../api";

const PAUSE_MS = 60_000;
const nudgedSchema = z.object({ asked: z.array(z.string()), tooSoon: z.array(z.string()) });

/** Asks people whether they are ready, and knows who was asked within the last minute, so that nobody is pressed. */
export function useNudges(worksheetId: string) {
  const [asked, setAsked] = useState<readonly string[]>([]);
  const mark = (ids: readonly string[]) => {
    setAsked((before) => [...before, ...ids]);
    setTimeout(() => setAsked((before) => before.filter((id) => !ids.includes(id))), PAUSE_MS);
  };
  const mutation = useMutation({
    mutationFn: (members: string[]) =>
      apiRequest({ method: "POST", path: `/worksheets/${worksheetId}/nudges`, body: { members }, schema: nudgedSchema }),
    onSuccess: (reply) => mark([...reply.asked, ...reply.tooSoon]),
    // Somebody else has asked them: here too they rest for a minute.
    onError: (error, members) => {
      if (isTooSoon(error)) mark(members);
    },
  });
  return { asked, nudge: mutation.mutate, isPending: mutation.isPending, error: mutation.error };
}

export const isTooSoon = (error: Error | null): boolean => error instanceof ApiError && error.code === "too_many_requests";

const keyOf = (worksheetId: string) => `shortlist.nudge.${worksheetId}`;
/** Where storage is blocked it lasts as long as the page. */
const dismissed = new Map<string, string>();

/** The question whether this person is ready, until they put it away in this tab. */
export function useNudge(worksheetId: string, nudge: Nudge | null): { nudge: Nudge | null; dismiss: () => void } {
  const [, setAway] = useState<string | null>(null);
  const at = nudge?.at ?? null;
  const dismiss = useCallback(() => {
    if (at === null) return;
    dismissed.set(worksheetId, at);
    try {
      sessionStorage.setItem(keyOf(worksheetId), at);
    } catch {
      // The note in memory is enough until the page is left.
    }
    setAway(at);
  }, [worksheetId, at]);
  return { nudge: at === dismissedAt(worksheetId) ? null : nudge, dismiss };
}

function dismissedAt(worksheetId: string): string | null {
  const known = dismissed.get(worksheetId);
  if (known !== undefined) return known;
  try {
    return sessionStorage.getItem(keyOf(worksheetId));
  } catch {
    return null;
  }
}
