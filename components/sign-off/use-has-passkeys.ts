"use client";

import { useSyncExternalStore } from "react";

/** Whether this browser has passkeys at all; false while the server draws. */
export function useHasPasskeys(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => typeof window.PublicKeyCredential === "function",
    () => false,
  );
}
