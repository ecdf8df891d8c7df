"use client";

import { useSyncExternalStore } from "react";
import { z } from "zod";
import { noteReturnMade } from "./just-made";

/**
 * Links that were shown once are kept in this tab only, so that the share panel can show them again. The server has
 * nothing but their hashes; a new tab has to make new ones.
 */
const keptLinksSchema = z
  .object({ facilitator: z.string(), member: z.string(), observer: z.string(), return: z.string(), isReturnDismissed: z.boolean() })
  .partial();
export type KeptLinks = z.infer<typeof keptLinksSchema>;

export function keepLinks(worksheetId: string, links: KeptLinks) {
  const merged = { ...readLinks(worksheetId), ...withOrigin(links) };
  snapshots.set(worksheetId, merged);
  if (links.return !== undefined) noteReturnMade(worksheetId);
  try {
    sessionStorage.setItem(keyOf(worksheetId), JSON.stringify(merged));
  } catch {
    // Storage may be blocked; the copy in memory still lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function forgetLinks() {
  try {
    for (const worksheetId of [...snapshots.keys()]) sessionStorage.removeItem(keyOf(worksheetId));
  } catch {
    // Where storage is blocked nothing was kept.
  }
  snapshots.clear();
  for (const listener of listeners) listener();
}

export function useKeptLinks(worksheetId: string): KeptLinks {
  return useSyncExternalStore(
    subscribe,
    () => readLinks(worksheetId),
    () => NONE,
  );
}

/** People paste links elsewhere, so they carry the host. */
function withOrigin(links: KeptLinks): KeptLinks {
  const absolute = Object.entries(links).map(([kind, link]) => [
    kind,
    typeof link === "string" ? new URL(link, window.location.origin).href : link,
  ]);
  return Object.fromEntries(absolute);
}

const NONE: KeptLinks = {};
const snapshots = new Map<string, KeptLinks>();
const listeners = new Set<() => void>();
const keyOf = (worksheetId: string) => `shortlist.links.${worksheetId}`;

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Reads storage once and then returns the same object, as `useSyncExternalStore` requires. */
function readLinks(worksheetId: string): KeptLinks {
  const known = snapshots.get(worksheetId);
  if (known) return known;
  const read = parse(worksheetId);
  snapshots.set(worksheetId, read);
  return read;
}

function parse(worksheetId: string): KeptLinks {
  try {
    const parsed = keptLinksSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(worksheetId)) ?? "{}"));
    return parsed.success ? parsed.data : NONE;
  } catch {
    return NONE;
  }
}
