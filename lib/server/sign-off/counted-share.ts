import "server-only";
import { impactInput } from "@/lib/domain/impact/impact-input";
import { survivalShare } from "@/lib/domain/impact/survival-share";
import type { ImpactInput } from "@/lib/domain/impact/worksheet-impact";
import { isFrozen, withoutBlind } from "@/lib/domain/worksheet/projection";
import { engineInputsOf, loadHandwork } from "../candidates/reads";
import { runTask } from "../thread/run-task";
import { loadState } from "../worksheet/reads";

/** A share of combinations, and what it was counted of. */
type CountedShare = { of: string; share: number | null };

/** Somebody changed what the share was counted of, between the count and the lock. */
class CountedOfOther extends Error {}

const TRIES = 3;

/**
 * Runs a write that needs the survival share. Counting takes up to a second, so it is done in the worker thread and before the worksheet
 * is locked: nobody's save waits for it. `shareOf` gives the share for the state under the lock; when that is another than was counted,
 * all begins anew, and the third time it is counted in place.
 */
export async function withCountedShare<T>(
  worksheetId: string,
  run: (shareOf: (input: ImpactInput) => number | null) => Promise<T>,
): Promise<T> {
  for (let tries = 1; tries < TRIES; tries += 1) {
    const counted = await countShare(worksheetId);
    try {
      return await run((input) => {
        if (fingerprint(input) !== counted.of) throw new CountedOfOther();
        return counted.share;
      });
    } catch (error) {
      if (!(error instanceof CountedOfOther)) throw error;
    }
  }
  return run(survivalShare);
}

async function countShare(worksheetId: string): Promise<CountedShare> {
  const state = withoutBlind(await loadState(worksheetId));
  // A freeze that will be refused anyway is not counted for.
  if (isFrozen(state.revisions) || state.reveals.length < 5) return { of: "", share: null };
  const { custom, overrides } = engineInputsOf(await loadHandwork(worksheetId));
  const input = impactInput(state, { custom, overrides });
  return { of: fingerprint(input), share: await runTask("survivalShare", input) };
}

const fingerprint = (input: ImpactInput): string => JSON.stringify(input);
