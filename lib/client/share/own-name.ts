"use client";

const KEY = "shortlist.name";

/** The name that was last used in this browser, so that nobody types it twice; empty when unknown or storage is blocked. */
export function readOwnName(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

export function rememberOwnName(name: string) {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Blocked storage costs one retyped name.
  }
}
