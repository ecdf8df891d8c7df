"use client";

import { useMutation } from "@tanstack/react-query";
import { verifyReplySchema } from "@/lib/domain/verify/schema";
import { ApiError, apiRequest } from "../api";

/** What the API takes; said before 40 MB travel for nothing. */
const MOST_BYTES = 30 * 1024 * 1024;

/** Sends a file to be checked. `onHashed` hears its SHA-256, taken in this browser, before anything is sent. */
export function useVerifyFile(onHashed: (sha256: string) => void) {
  return useMutation({
    mutationFn: async (file: File) => {
      if (file.size > MOST_BYTES) throw new ApiError("too_large");
      const bytes = new Uint8Array(await file.arrayBuffer());
      onHashed(await sha256Of(bytes));
      const type = bytes[0] === 0x25 ? "application/pdf" : "application/json";
      return apiRequest({ method: "POST", path: "/verify", file: new Blob([bytes], { type }), schema: verifyReplySchema });
    },
  });
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // On a plain HTTP address the browser has no crypto.subtle; our own takes its place.
  if (globalThis.crypto?.subtle === undefined) return (await import("@/lib/domain/record/sha256")).sha256HexOfBytes(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
