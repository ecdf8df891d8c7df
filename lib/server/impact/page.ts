import "server-only";
import { setTimeout } from "node:timers/promises";
import type { Impact } from "@/lib/domain/impact/schema";
import type { Worth } from "@/lib/domain/worksheet/worth-schema";
import { readWorth } from "../api/results";
import { logger } from "../logger";
import { pageAccess } from "../pages";
import { readDisagreement } from "./reads";

/** Longer than this a page does not wait for its first paint; the browser counts then. */
const PATIENCE_MS = 600;

export type KnownDifferences = { impact: Impact | null; worth: Worth | null };

/**
 * What the differences do to the list and what settling them is worth, for a page's first paint: the cards stand where they will
 * stay. What is not known within a moment is null.
 */
export async function loadKnownDifferences(id: string): Promise<KnownDifferences> {
  const access = await pageAccess(id);
  const [disagreement, worth] = await Promise.all([inTime(readDisagreement(access)), inTime(readWorth(access))]);
  return { impact: disagreement?.impact ?? null, worth };
}

async function inTime<T>(work: Promise<T>): Promise<T | null> {
  const known = work.catch((error: unknown) => {
    // The page is whole without it, and the browser asks again and says what is wrong.
    logger().debug({ err: error }, "differences not counted for the page");
    return null;
  });
  return Promise.race([known, setTimeout(PATIENCE_MS, null, { ref: false })]);
}
