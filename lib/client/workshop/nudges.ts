"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
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
