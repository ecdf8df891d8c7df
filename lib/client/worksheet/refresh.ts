import type { Query, QueryClient } from "@tanstack/react-query";

const GATHER_MS = 120;
/** Changes that the team's own state speaks of, beside the worksheet's. */
const TEAM_TOO = new Set(["*", "workshop", "members", "reveal", "mine", "stage"]);

/** What the engine and the price book give: large, and none of it moves by these. */
const RESULTS = new Set<unknown>(["shortlist", "costs", "candidates", "rerun", "worth"]);
const NOT_THE_RESULTS = new Set(["workshop", "decision", "links", "ready"]);

/** True for a query below one worksheet that these changes may have made old; the key is `["worksheet", id, part?]`. */
export function isTouched(key: readonly unknown[], changed: ReadonlySet<string>): boolean {
  const part = key[2];
  return [...changed].some((kind) => {
    if (part === "screen" || kind === "*") return true;
    if (kind === "locks") return part === "desk";
    if (part === "workshop") return TEAM_TOO.has(kind);
    return RESULTS.has(part) ? !NOT_THE_RESULTS.has(kind) : kind !== "workshop";
  });
}

/**
 * Asks again for what these changes made old. A query whose first reply is still on its way is asked once more after it,
 * because the server may have read before the change; the invalidation alone would take that reply for fresh.
 */
export async function askAgain(queryClient: QueryClient, worksheetId: string, changed: ReadonlySet<string>): Promise<void> {
  const touched = { queryKey: ["worksheet", worksheetId], predicate: ({ queryKey }: Query) => isTouched(queryKey, changed) };
  // "Everything" is the greeting of a stream that has just opened, as old as the page itself.
  const onTheirWay = changed.has("*")
    ? []
    : queryClient
        .getQueryCache()
        .findAll({ ...touched, type: "active" })
        .filter(isFirstOnItsWay);
  await queryClient.invalidateQueries(touched);
  if (onTheirWay.length > 0) await queryClient.invalidateQueries({ predicate: (query) => onTheirWay.includes(query) });
}

function isFirstOnItsWay({ state }: Query): boolean {
  return state.data === undefined && state.fetchStatus !== "idle";
}

/** Many events become one request at a time: none is cancelled by the next, and the last one is never missed. */
export function gatherChanges(run: (changed: ReadonlySet<string>) => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isRunning = false;
  let isStopped = false;
  let waiting = new Set<string>();

  const start = async () => {
    timer = null;
    isRunning = true;
    const changed = waiting;
    waiting = new Set();
    await run(changed);
    isRunning = false;
    if (waiting.size > 0 && !isStopped) timer = setTimeout(start, GATHER_MS);
  };
  return {
    ask(changed: readonly string[]) {
      for (const kind of changed) waiting.add(kind);
      if (waiting.size > 0 && !isRunning && timer === null && !isStopped) timer = setTimeout(start, GATHER_MS);
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
